package dev.partyline.client;

import dev.partyline.journal.Happening;
import dev.partyline.telephony.Call;
import dev.partyline.world.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to softphones, in whatever order: page and platform agree in the end. */
class DevicesProperties {

  /** Something done at a moment to the page that is open as the n-th. */
  record Deed(long at, String what, int page) {}

  @Provide
  Arbitrary<List<Deed>> deeds() {
    Arbitrary<Deed> deed =
        Combinators.combine(
                Arbitraries.longs().between(0, 40_000),
                Arbitraries.of(
                    "opens",
                    "registers",
                    "unregisters",
                    "connects",
                    "is-called",
                    "is-called",
                    "accepts",
                    "accepts",
                    "rejects",
                    "ignores",
                    "hangs-up",
                    "mutes",
                    "loses-signalling",
                    "recovers-signalling",
                    "reloads",
                    "vanishes"),
                Arbitraries.integers().between(0, 3))
            .as(Deed::new);
    return deed.list().ofMinSize(5).ofMaxSize(40);
  }

  @Property(tries = 300)
  void page_and_platform_agree_when_all_messages_have_arrived(@ForAll("deeds") List<Deed> deeds) {
    Desk desk = new Desk();
    desk.voice("<Say>Hello</Say><Pause length=\"5\"/>");
    desk.stage.knob(dev.partyline.knob.Knob.CALL_MEDIA_TIMEOUT, "20000");
    desk.registered("agent_a").registered("agent_a");
    for (Deed deed : deeds) {
      if (deed.what().equals("is-called")) {
        desk.called(deed.at(), "client:agent_a", "Timeout", "10");
      } else {
        desk.at(deed.at(), devices -> carryOut(devices, deed));
      }
    }
    desk.run();

    everyLegIsOver(desk);
    noPageShowsACallThatIsOver(desk);
    oneDeviceAtTheMostOpensALeg(desk);
    noPageLearnsAConference(desk);
  }

  private static void carryOut(Devices devices, Deed deed) {
    List<Device> open = devices.all();
    if (deed.what().equals("opens") || open.isEmpty()) {
      devices.add("agent_a", DeviceOptions.STANDARD.surviving(5_000)).register();
      return;
    }
    Device page = open.get(deed.page() % open.size());
    boolean rings = page.incoming() != null;
    boolean talks = page.call() != null;
    switch (deed.what()) {
      case "registers" -> page.register();
      case "unregisters" -> page.unregister();
      case "connects" -> page.connect(Map.of());
      case "accepts" -> when(rings, page::accept);
      case "rejects" -> when(rings, page::reject);
      case "ignores" -> when(rings, page::ignore);
      case "hangs-up" -> when(talks, page::hangUp);
      case "mutes" -> when(talks, () -> page.mute(true));
      case "loses-signalling" -> page.loseSignalling();
      case "recovers-signalling" -> page.recoverSignalling();
      case "reloads" -> page.reload();
      default -> page.vanish();
    }
  }

  private static void when(boolean possible, Runnable action) {
    if (possible) {
      action.run();
    }
  }

  private static void everyLegIsOver(Desk desk) {
    for (Call call : desk.stage.world().telephony().calls()) {
      check(!call.isLive(), call.sid() + " is " + call.status());
    }
  }

  private static void noPageShowsACallThatIsOver(Desk desk) {
    for (Device page : desk.stage.world().devices().all()) {
      for (ClientCall call : page.calls()) {
        check(
            call.state() == ClientCall.State.CLOSED || !page.isThere(),
            page.name() + " shows " + call.sid() + " as " + call.state());
      }
    }
  }

  private static void oneDeviceAtTheMostOpensALeg(Desk desk) {
    Map<String, String> openers = new LinkedHashMap<>();
    for (Happening.SoftphoneTold told : desk.stage.all(Happening.SoftphoneTold.class)) {
      if (told.event().equals("accept")) {
        String before = openers.put(told.call(), told.device());
        check(before == null, told.call() + " was opened by " + before + " and " + told.device());
      }
    }
  }

  private static void noPageLearnsAConference(Desk desk) {
    for (Happening.SoftphoneTold told : desk.stage.all(Happening.SoftphoneTold.class)) {
      check(!told.toString().contains(Stage.sid("CF", 1)), told.toString());
    }
  }

  private static void check(boolean good, String what) {
    if (!good) {
      throw new AssertionError(what);
    }
  }
}
