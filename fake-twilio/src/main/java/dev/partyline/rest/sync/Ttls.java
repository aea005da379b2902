package dev.partyline.rest.sync;

import dev.partyline.rest.RestRequest;
import dev.partyline.sync.ItemTtl;
import dev.partyline.sync.SyncService;

/** Times to live in a request: {@code Ttl} is the short name of a longer one (SYNC-SVC-14). */
final class Ttls {

  private Ttls() {}

  /** Of a document or a stream. */
  static Integer own(RestRequest request) {
    return SyncService.ttl(request.filled("Ttl"));
  }

  /** Of a list or a map. */
  static Integer collection(RestRequest request) {
    Integer brief = own(request);
    Integer named = SyncService.ttl(request.filled("CollectionTtl"));
    return named == null ? brief : named;
  }

  /** Of an item. */
  static ItemTtl item(RestRequest request) {
    Integer brief = own(request);
    Integer named = SyncService.ttl(request.filled("ItemTtl"));
    return new ItemTtl(
        named == null ? brief : named, SyncService.ttl(request.filled("CollectionTtl")));
  }
}
