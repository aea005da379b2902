package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.sim.SimulationEnded;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.Deliveries;

/** Carries presses from pages to the application and its replies back. */
final class Buttons {

  private final World world;
  private final Intentions intentions;
  private int presses;

  Buttons(World world) {
    this.world = world;
    this.intentions = new Intentions(world);
  }

  /** What people meant. */
  Intentions intentions() {
    return intentions;
  }

  /** What a person is signed in as: their address without {@code client:}. */
  static String identity(Party party) {
    return party.address().startsWith("client:") ? party.address().substring(7) : party.address();
  }

  boolean has(Button button) {
    return world.application().buttons().contains(button);
  }

  /** The oldest button: the page waits for no reply. */
  void hangUp(Party agent, String callSid) {
    String event = agent.name() + ".button";
    Press press = Press.of(identity(agent), callSid, Button.HANG_UP);
    world.in(
        event,
        world.times().restOut(),
        () -> world.simulation().fiber(event, () -> handle(event, press)));
  }

  /**
   * Sends a press.
   *
   * @param party whose hand it was
   * @param conversation the conversation the person means
   * @param to the person to be reached; null when nobody is
   */
  void press(Party party, String conversation, Press press, Party to) {
    String name = "p" + ++presses;
    String event = party.name() + "." + press.button().word();
    Call call = world.legs().newestOf(party);
    world.note(
        new Happening.ButtonPressed(
            name,
            party.name(),
            conversation,
            call == null ? null : call.sid(),
            press.button().word(),
            press.arguments()));
    Runnable takeBack = intentions.pressed(press.button(), party, conversation, to);
    world.in(
        event,
        world.times().restOut(),
        () ->
            world
                .simulation()
                .fiber(
                    event,
                    () -> {
                      Press.Reply reply = handle(event, press);
                      world.in(
                          event + ".returns",
                          world.times().restBack(),
                          () -> {
                            world.note(
                                new Happening.PressAnswered(name, reply.accepted(), reply.text()));
                            if (!reply.accepted()) {
                              takeBack.run();
                            }
                          });
                    }));
  }

  private Press.Reply handle(String event, Press press) {
    Press.Reply reply;
    try {
      reply = world.application().press(press);
    } catch (SimulationEnded over) {
      throw over;
    } catch (Throwable crash) {
      world.note(new Happening.AppFailed(event, crash.toString(), Deliveries.stack(crash)));
      reply = Press.Reply.refused("the application failed");
    }
    world.observe();
    return reply;
  }
}
