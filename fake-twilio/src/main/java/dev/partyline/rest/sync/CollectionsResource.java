package dev.partyline.rest.sync;

import dev.partyline.rest.Exchange;
import dev.partyline.rest.JsonText;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.sync.Author;
import dev.partyline.sync.Kind;
import dev.partyline.sync.SyncObject;
import java.util.List;
import java.util.Locale;

/** {@code /Lists} and {@code /Maps} without their items (SYNC-LIST-04, SYNC-MAP-06). */
final class CollectionsResource implements Resource {

  private final Frame frame;
  private final Kind kind;

  CollectionsResource(Frame frame, Kind kind) {
    this.frame = frame;
    this.kind = kind;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/" + kind.collection();
    String one = all + "/{Object}";
    routes
        .get(all, Frame.handler(this::list))
        .post(all, List.of("UniqueName", "Ttl", "CollectionTtl"), Frame.handler(this::create))
        .get(one, Frame.handler(x -> answer(200, frame.object(x, kind))))
        .post(one, List.of("Ttl", "CollectionTtl"), Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private RestResponse list(Exchange exchange) {
    return Frame.page(
        exchange,
        kind.collection().toLowerCase(Locale.ROOT),
        frame.service(exchange).all(kind),
        SyncObject::sid,
        this::json);
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    Integer ttl = Ttls.collection(request);
    return answer(
        201,
        frame
            .services()
            .give(
                frame.service(exchange),
                (service, now, effects) ->
                    service.create(
                        kind,
                        request.first("UniqueName"),
                        null,
                        ttl,
                        Author.SYSTEM,
                        now,
                        effects)));
  }

  private RestResponse update(Exchange exchange) {
    SyncObject object = frame.object(exchange, kind);
    Integer ttl = Ttls.collection(exchange.request());
    frame
        .services()
        .give(
            object.service(),
            (service, now, effects) -> {
              object.update(ttl, Author.SYSTEM, now, effects);
              return null;
            });
    return answer(200, object);
  }

  private RestResponse delete(Exchange exchange) {
    SyncObject object = frame.object(exchange, kind);
    frame
        .services()
        .give(
            object.service(),
            (service, now, effects) -> {
              service.remove(object, Author.SYSTEM, now, effects);
              return null;
            });
    return Frame.gone();
  }

  private RestResponse answer(int status, SyncObject object) {
    JsonText json = new JsonText();
    json(json, object);
    return Frame.answer(status, json);
  }

  private void json(JsonText json, SyncObject object) {
    frame.object(json, object, "Items", "Permissions").end();
  }
}
