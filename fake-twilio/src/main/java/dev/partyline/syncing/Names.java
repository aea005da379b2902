package dev.partyline.syncing;

import dev.partyline.sync.Kind;
import dev.partyline.sync.SyncEvent;
import dev.partyline.sync.SyncObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stable names of objects, for the names of events: by unique name, else by count. */
final class Names {

  private final Map<String, String> bySid = new LinkedHashMap<>();
  private final Map<Kind, Integer> unnamed = new LinkedHashMap<>();

  String of(SyncObject object) {
    return bySid.computeIfAbsent(
        object.sid(),
        sid ->
            object.kind().word()
                + "-"
                + (object.uniqueName() == null
                    ? Integer.toString(unnamed.merge(object.kind(), 1, Integer::sum))
                    : plain(object.uniqueName())));
  }

  /** Of an object that is there no more. */
  String last(SyncEvent event) {
    String known = bySid.get(event.object());
    return known == null ? event.kind().word() + "-gone" : known;
  }

  /** Without what has a meaning in seeds. */
  static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9_.+-]", "-");
  }

  void forget(String sid) {
    bySid.remove(sid);
  }
}
