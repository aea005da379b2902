package dev.partyline.world;

import dev.partyline.journal.Happening;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes what changes in what the application believes and shows. */
final class Observer {

  private final World world;
  private final Map<String, String> beliefs = new LinkedHashMap<>();
  private final Map<String, ListedCall> listed = new LinkedHashMap<>();

  Observer(World world) {
    this.world = world;
  }

  void look(Application application) {
    application
        .beliefs()
        .forEach(
            (call, status) -> {
              if (!status.equals(beliefs.put(call, status))) {
                world.note(new Happening.AppBelieved(call, status));
              }
            });
    lookAtList(application.callList());
  }

  private void lookAtList(List<ListedCall> now) {
    List<String> gone = new ArrayList<>(listed.keySet());
    for (ListedCall line : now) {
      gone.remove(line.id());
      if (!line.equals(listed.put(line.id(), line))) {
        world.note(new Happening.AppListed(line.id(), line.state(), line.alert(), line.people()));
      }
    }
    for (String id : gone) {
      listed.remove(id);
      world.note(new Happening.AppUnlisted(id));
    }
  }

  /** Nobody asks for this call any more. */
  void forget(String callSid) {
    beliefs.remove(callSid);
  }
}
