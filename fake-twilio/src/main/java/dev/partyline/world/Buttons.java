package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.SimulationEnded;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.Deliveries;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Carries presses from pages to the application and its replies back. */
final class Buttons {

  private static final Press.Reply NO_ANSWER = Press.Reply.refused("no answer");

  private final World world;
  private final Intentions intentions;

  /** What waits on each person's page; the first has been sent. */
  private final Map<String, Deque<Waiting>> pages = new LinkedHashMap<>();

  /** A press and the leg that its person had; null when none. */
  private record Waiting(Button button, Call leg, Runnable send) {
    boolean isVoid() {
      return button.needsCall() && leg != null && !leg.isLive();
    }
  }

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
    return world.instances().any().buttons().contains(button);
  }

  /**
   * The oldest button: the page waits for no reply.
   *
   * @param ifRefused what the agent does when the application cannot be reached or dies over it
   */
  void hangUp(Party agent, String callSid, Runnable ifRefused) {
    String name = agent.name() + ".button";
    Press press = Press.of(identity(agent), callSid, Button.HANG_UP);
    world.in(name, world.times().restOut(), () -> carry(name, press, reply -> {}, ifRefused));
  }

  /**
   * Sends a press, as soon as the page has the answers to all that were pressed on it before. When
   * its person has left the call by then it is not sent.
   *
   * @param party whose hand it was
   * @param conversation the conversation the person means
   * @param to the person to be reached; null when nobody is
   */
  void press(Party party, String conversation, Press press, Party to) {
    Deque<Waiting> page = pages.computeIfAbsent(party.name(), name -> new ArrayDeque<>());
    page.add(
        new Waiting(
            press.button(),
            world.legs().newestOf(party),
            () -> send(party, conversation, press, to)));
    if (page.size() == 1) {
      page.peek().send().run();
    }
  }

  private void send(Party party, String conversation, Press press, Party to) {
    String name = world.leg(party.name() + "." + press.button().word());
    Call call = world.legs().newestOf(party);
    world.note(
        new Happening.ButtonPressed(
            name,
            party.name(),
            conversation,
            call == null ? null : call.sid(),
            press.button().word(),
            press.arguments()));
    Intentions.Meant meant = intentions.pressed(press.button(), party, conversation, to);
    world.in(
        name,
        world.times().restOut(),
        () ->
            carry(
                name,
                press,
                reply -> answered(party, name, reply, reply.accepted() ? null : meant::takeBack),
                () -> answered(party, name, NO_ANSWER, meant::leaveOpen)));
  }

  /** Brings a press to an instance and its reply back; tells when there is none. */
  private void carry(String name, Press press, Consumer<Press.Reply> then, Runnable ifRefused) {
    Instance instance = world.instances().route(name);
    if (instance == null) {
      ifRefused.run();
      return;
    }
    instance.awaitedBy(name, ifRefused);
    world
        .simulation()
        .fiber(
            name,
            instance,
            () -> {
              world.instances().step(instance, "take");
              Press.Reply reply = handle(name, instance.application(), press);
              world.instances().step(instance, "answer");
              instance.answered(name);
              then.accept(reply);
            });
  }

  private void answered(Party party, String name, Press.Reply reply, Runnable about) {
    world.in(
        name + ".returns",
        world.times().restBack(),
        () -> {
          world.note(new Happening.PressAnswered(name, reply.accepted(), reply.text()));
          if (about != null) {
            about.run();
          }
          Deque<Waiting> page = pages.get(party.name());
          page.poll();
          while (!page.isEmpty() && page.peek().isVoid()) {
            page.poll();
          }
          if (!page.isEmpty()) {
            page.peek().send().run();
          }
        });
  }

  private Press.Reply handle(String event, Application application, Press press) {
    Press.Reply reply;
    try {
      reply = application.press(press);
    } catch (SimulationEnded over) {
      throw over;
    } catch (Throwable crash) {
      Fiber fiber = Fiber.current();
      if (fiber != null && fiber.isCut()) {
        throw new InstanceTransport.Cut(crash);
      }
      world.note(new Happening.AppFailed(event, crash.toString(), Deliveries.stack(crash)));
      reply = Press.Reply.refused("the application failed");
    }
    world.observe();
    return reply;
  }
}
