package dev.partyline.client;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A stage with softphones: what they do at which moment, and what their pages were told. */
final class Desk {

  static final String CA1 = Stage.sid("CA", 1);
  static final String CA2 = Stage.sid("CA", 2);

  final Stage stage = new Stage();

  /** Does something at a moment, on the platform's own thread. */
  Desk at(long ms, Consumer<Devices> action) {
    stage.platform(ms, played -> action.accept(played.world().devices()));
    return this;
  }

  /** A page is opened at time 0 and registers at once. */
  Desk registered(String identity) {
    return at(0, devices -> devices.add(identity).register());
  }

  /** Somebody operates the first device of an identity at a moment. */
  Desk does(long ms, String device, Consumer<Device> action) {
    return at(ms, devices -> action.accept(devices.device(device)));
  }

  /** The application calls a client and keeps the answered leg up for a minute. */
  Desk called(long ms, String address, String... pairs) {
    String[] all = Arrays.copyOf(pairs, pairs.length + 6);
    all[pairs.length] = "From";
    all[pairs.length + 1] = Account.NUMBER;
    all[pairs.length + 2] = "To";
    all[pairs.length + 3] = address;
    all[pairs.length + 4] = "Twiml";
    all[pairs.length + 5] = "<Response><Pause length=\"60\"/></Response>";
    stage.application(ms, app -> app.rest("POST", "/Calls.json", all));
    return this;
  }

  /** What the softphones connect to answers with these verbs. */
  Desk voice(String verbs) {
    stage.voice(verbs);
    return this;
  }

  Desk run() {
    stage.run();
    return this;
  }

  /** The events of a device, in order. */
  List<String> events(String device) {
    List<String> events = new ArrayList<>();
    for (Happening.SoftphoneTold told : told(device)) {
      events.add(told.event());
    }
    return events;
  }

  List<Happening.SoftphoneTold> told(String device) {
    return stage.all(Happening.SoftphoneTold.class).stream()
        .filter(one -> one.device().equals(device))
        .toList();
  }

  /** What a device was told last under this event's name. */
  Happening.SoftphoneTold last(String device, String event) {
    List<Happening.SoftphoneTold> all =
        told(device).stream().filter(one -> one.event().equals(event)).toList();
    if (all.isEmpty()) {
      throw new AssertionError(device + " was never told " + event + ": " + events(device));
    }
    return all.get(all.size() - 1);
  }

  /** When a device was first told this; -1 when never. */
  long when(String device, String event) {
    for (Entry entry : stage.journal()) {
      if (entry.what() instanceof Happening.SoftphoneTold one
          && one.device().equals(device)
          && one.event().equals(event)) {
        return entry.at();
      }
    }
    return -1;
  }

  /** The statuses a leg went through. */
  String statuses(String call) {
    return stage.statuses(call);
  }
}
