package dev.switchboard.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Whatever is told, in whatever order and however often, the rules hold and it comes to an end. */
class AnyOrderTest {

  private static final String STRAY = "CA" + "5".repeat(32);

  @Property(tries = 2000)
  void any_events_in_any_order_dial_once_and_come_to_an_end(
      @ForAll("anything") List<Tuple2<Event, Integer>> events) {
    Telling telling = new Telling();
    telling.hears(new Event.AgentCalled(Story.NUMBER, LegStatus.RINGING));
    for (Tuple2<Event, Integer> told : events) {
      telling.now = telling.now.plusMillis(told.get2());
      telling.hears(told.get1());
    }
    telling.hears(new Event.HangUpAsked());
    telling.untilQuiet();

    assertEquals(Phase.CLOSED, telling.conversation.phase());
    for (Leg leg : telling.conversation.legs()) {
      assertFalse(leg.isLive(), () -> leg + " is left");
    }
    assertTrue(telling.dials <= 1, () -> telling.dials + " dials");
  }

  @Property(tries = 500)
  void same_story_told_in_another_order_and_twice_closes_with_the_same_legs(
      @ForAll("orders") List<Event> order) {
    Telling telling = new Telling();
    telling.hears(new Event.AgentCalled(Story.NUMBER, LegStatus.RINGING));
    order.forEach(telling::hears);
    order.forEach(telling::hears);
    telling.untilQuiet();

    assertEquals(Phase.CLOSED, telling.conversation.phase());
    assertEquals(LegStatus.COMPLETED, telling.conversation.agent().status());
    assertEquals(LegStatus.BUSY, telling.conversation.customer().status());
    assertTrue(telling.dials <= 1);
  }

  @Provide
  Arbitrary<List<Event>> orders() {
    return Arbitraries.shuffle(
        new Event.Joined(Story.ROOM, Story.AGENT, "agent"),
        new Event.LegReported(Story.CUSTOMER, LegStatus.QUEUED),
        new Event.LegReported(Story.CUSTOMER, LegStatus.RINGING),
        new Event.LegReported(Story.CUSTOMER, LegStatus.BUSY),
        new Event.Left(Story.ROOM, Story.CUSTOMER, "customer", LegStatus.BUSY),
        new Event.AgentLeftDial(LegStatus.IN_PROGRESS),
        new Event.Left(Story.ROOM, Story.AGENT, "agent", LegStatus.IN_PROGRESS),
        new Event.LegReported(Story.AGENT, LegStatus.COMPLETED));
  }

  @Provide
  Arbitrary<List<Tuple2<Event, Integer>>> anything() {
    Arbitrary<String> leg = Arbitraries.of(Story.AGENT, Story.CUSTOMER, STRAY);
    Arbitrary<String> label = Arbitraries.of("agent", "customer", "supervisor");
    Arbitrary<LegStatus> status = Arbitraries.of(LegStatus.class);
    Arbitrary<Event> event =
        Arbitraries.oneOf(
            leg.map(sid -> new Event.Joined(Story.ROOM, sid, labelOf(sid))),
            leg.flatMap(sid -> status.map(it -> left(sid, it))),
            leg.map(sid -> left(sid, null)),
            leg.flatMap(sid -> status.map(it -> new Event.LegReported(sid, it))),
            leg.flatMap(sid -> status.map(it -> new Event.LegSeen(sid, it))),
            leg.flatMap(sid -> status.map(it -> new Event.LegEnded(sid, it))),
            status.map(it -> new Event.DialAccepted(Story.CUSTOMER, it)),
            status.map(Event.AgentLeftDial::new),
            Arbitraries.of(Button.class).map(it -> pressed(it)),
            status.map(it -> new Event.GuestReported("colleague-1", Story.COLLEAGUE, it)),
            status.map(it -> new Event.GuestReported("supervisor-1", Story.SUPERVISOR, it)),
            Arbitraries.of(
                new Event.Joined(Story.ROOM, Story.COLLEAGUE, "colleague-1"),
                new Event.Joined(Story.ROOM, Story.SUPERVISOR, "supervisor-1"),
                new Event.Joined(Story.ROOM, Story.AGENT, "agent"),
                new Event.Joined(Story.ROOM, Story.CUSTOMER, "customer"),
                new Event.GuestUnclear("colleague-1"),
                new Event.GuestRefused("supervisor-1"),
                new Event.Tuned(Story.CUSTOMER, Story.HELD),
                new Event.TuneFailed(Story.CUSTOMER)),
            leg.map(Event.LegAlreadyOver::new),
            leg.map(Event.LegNotFound::new),
            leg.map(Event.EndLegFailed::new),
            leg.map(Event.LookAtLegFailed::new),
            label.map(it -> new Event.RoomSeen(Story.ROOM, List.of(occupant(Story.CUSTOMER, it)))),
            label.map(it -> new Event.RoomSeen(Story.ROOM, List.of(occupant(Story.AGENT, it)))),
            Arbitraries.of(true, false)
                .map(over -> new Event.RoomFound(Story.ROOM_NAME, Story.ROOM, over)),
            Arbitraries.of(
                new Event.AgentCalled(Story.NUMBER, LegStatus.RINGING),
                new Event.DialRefused(),
                new Event.DialUnclear(),
                new Event.NoRoomFound(Story.ROOM_NAME),
                new Event.RoomLookFailed(),
                new Event.RoomSeen(Story.ROOM, List.of()),
                new Event.RoomEnded(Story.ROOM),
                new Event.EndRoomRefused(),
                new Event.EndRoomFailed(),
                new Event.HangUpAsked(),
                new Event.Woken(Instant.EPOCH)));
    return event
        .flatMap(it -> Arbitraries.integers().between(0, 12_000).map(ms -> Tuple.of(it, ms)))
        .list()
        .ofMaxSize(25);
  }

  private static Event pressed(Button button) {
    String to = button == Button.CONSULT ? Story.COLLEAGUE_PHONE : "+81311112222";
    return new Event.Pressed(button, Story.AGENT, Story.SUPERVISOR_PHONE, to);
  }

  private static Event left(String sid, LegStatus status) {
    return new Event.Left(Story.ROOM, sid, labelOf(sid), status);
  }

  private static String labelOf(String sid) {
    return sid.equals(Story.AGENT) ? "agent" : "customer";
  }

  private static Event.Occupant occupant(String sid, String label) {
    return new Event.Occupant(sid, label, LegStatus.IN_PROGRESS);
  }

  /** Tells events to a conversation; afterwards plays a platform that does what it is asked. */
  private static final class Telling {
    Conversation conversation = Conversation.of(Story.AGENT);
    Instant now = Instant.EPOCH;
    int dials;
    final TreeSet<String> guestDials = new TreeSet<>();
    final List<Command> unanswered = new ArrayList<>();
    final TreeSet<Instant> wakeUps = new TreeSet<>();

    void hears(Event event) {
      Conversation before = conversation;
      Step step = before.on(event, now);
      conversation = step.next();
      for (Leg was : before.legs()) {
        conversation.legs().stream()
            .filter(is -> is.sid().equals(was.sid()))
            .forEach(is -> assertEquals(is.status(), was.status().after(is.status())));
      }
      for (Command command : step.commands()) {
        if (command instanceof Command.WakeAt wake) {
          wakeUps.add(wake.when());
        } else {
          unanswered.add(command);
        }
        dials += command instanceof Command.DialCustomer ? 1 : 0;
        if (command instanceof Command.DialGuest guest) {
          assertTrue(guestDials.add(guest.label()), () -> guest + " twice");
        }
      }
    }

    void untilQuiet() {
      Instant limit = now.plus(Duration.ofMinutes(10));
      while (true) {
        Deque<Command> asked = new ArrayDeque<>(unanswered);
        unanswered.clear();
        for (Command command : asked) {
          answer(command);
        }
        if (!unanswered.isEmpty()) {
          continue;
        }
        Instant next = wakeUps.pollFirst();
        if (next == null) {
          return;
        }
        assertTrue(next.isBefore(limit), () -> "no end in sight: " + conversation);
        now = next.isAfter(now) ? next : now;
        hears(new Event.Woken(next));
      }
    }

    private void answer(Command command) {
      if (command instanceof Command.EndLeg end) {
        hears(new Event.LegEnded(end.callSid(), LegStatus.COMPLETED));
      } else if (command instanceof Command.LookAtLeg look) {
        hears(new Event.LegSeen(look.callSid(), LegStatus.IN_PROGRESS));
      } else if (command instanceof Command.EndRoom end) {
        hears(new Event.RoomEnded(end.conferenceSid()));
      } else if (command instanceof Command.FindRoom) {
        hears(new Event.NoRoomFound(Story.ROOM_NAME));
      } else if (command instanceof Command.LookIntoRoom) {
        hears(new Event.RoomSeen(Story.ROOM, List.of()));
      } else if (command instanceof Command.Tune tune) {
        hears(new Event.Tuned(tune.callSid(), tune.sound()));
      } else if (command instanceof Command.DialGuest guest) {
        String sid = "CA" + guest.label().substring(guest.label().length() - 1).repeat(31) + "f";
        hears(new Event.GuestReported(guest.label(), sid, LegStatus.QUEUED));
      } else if (command instanceof Command.DialCustomer) {
        hears(new Event.DialAccepted(Story.CUSTOMER, LegStatus.QUEUED));
      }
    }
  }
}
