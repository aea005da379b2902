package dev.partyline.rest.sync;

import dev.partyline.rest.Resource;
import dev.partyline.sync.Kind;
import java.util.List;

/** All of Sync's API. */
public final class SyncResources {

  private SyncResources() {}

  /** The resources over these services. */
  public static List<Resource> of(SyncServices services) {
    Frame frame = new Frame(services);
    return List.of(
        new ServicesResource(frame),
        new DocumentsResource(frame),
        new CollectionsResource(frame, Kind.LIST),
        new CollectionsResource(frame, Kind.MAP),
        new ItemsResource(frame, Kind.LIST),
        new ItemsResource(frame, Kind.MAP),
        new StreamsResource(frame),
        new PermissionsResource(frame, Kind.DOCUMENT),
        new PermissionsResource(frame, Kind.LIST),
        new PermissionsResource(frame, Kind.MAP));
  }
}
