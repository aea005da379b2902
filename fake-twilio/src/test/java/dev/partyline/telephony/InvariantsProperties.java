package dev.partyline.telephony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds at every instant of any story, whatever the knobs. */
class InvariantsProperties {

  private static final List<Knob> KNOBS =
      List.of(
          Knob.CONF_INIT_RULE,
          Knob.CONF_PRESENCE_RULE,
          Knob.CONF_LAST_AND_FLAG_REASON,
          Knob.CONF_TWIML_LEGS_ON_END,
          Knob.CONF_RINGING_LEGS_ON_END,
          Knob.CONF_END_FLAG_BEFORE_JOIN,
          Knob.CONF_CONFIG_BINDING,
          Knob.CONF_MAX_COUNTS_RINGING,
          Knob.PART_END_FLAG_UPDATE_ON_HOLD,
          Knob.PART_KICK_TWIML_LEG,
          Knob.PART_KICK_LEAVE_REASON);

  @Property
  @Pins({"INV-01", "CONF-04"})
  void of_each_name_at_most_one_conference_lives(
      @ForAll("stories") List<Command> commands, @ForAll("knobs") Knobs knobs) {
    Story story = new Story(knobs);
    for (Command command : commands) {
      story.play(command);
      Set<String> names = new LinkedHashSet<>();
      for (Conference room : story.telephony.conferences()) {
        assertTrue(!room.isLive() || names.add(room.name()), "two live " + room.name());
        assertEquals(room.isLive(), story.telephony.live(room.name()) == room);
      }
    }
  }

  private record Ended(String reason, String call, long at, long updatedAt, int people) {
    static Ended of(Conference room) {
      return new Ended(
          room.reasonEnded(),
          room.callEnding(),
          room.endedAt(),
          room.updatedAt(),
          room.everybody().size());
    }
  }

  @Property
  @Pins({"INV-02", "INV-07", "CONF-13"})
  void completed_conference_never_changes_and_nothing_happens_in_it(
      @ForAll("stories") List<Command> commands, @ForAll("knobs") Knobs knobs) {
    Story story = new Story(knobs);
    Map<Conference, Ended> ended = new LinkedHashMap<>();
    Map<Conference, Conference.Status> before = new LinkedHashMap<>();
    for (Command command : commands) {
      for (Effect effect : story.play(command)) {
        Conference room = room(effect);
        assertFalse(room != null && ended.containsKey(room), () -> "after the end: " + effect);
        if (effect instanceof Effect.ConferenceEnded) {
          ended.put(room, Ended.of(room));
        }
      }
      ended.forEach((room, snapshot) -> assertEquals(snapshot, Ended.of(room)));
      for (Conference room : story.telephony.conferences()) {
        assertEquals(!room.isLive(), ended.containsKey(room));
        assertTrue(room.isLive() || room.participants().isEmpty());
        Conference.Status last = before.put(room, room.status());
        assertTrue(last == null || last.compareTo(room.status()) <= 0);
      }
    }
  }

  @Property
  @Pins({"INV-03", "CONF-57"})
  void call_is_in_at_most_one_conference_and_only_while_it_lives(
      @ForAll("stories") List<Command> commands, @ForAll("knobs") Knobs knobs) {
    Story story = new Story(knobs);
    for (Command command : commands) {
      story.play(command);
      Set<Call> seen = new LinkedHashSet<>();
      for (Conference room : story.telephony.conferences()) {
        for (Participant participant : room.participants()) {
          assertTrue(seen.add(participant.call()), "in two conferences");
          assertSame(participant, participant.call().participant());
          assertTrue(participant.call().isLive());
        }
      }
      for (Call call : story.telephony.calls()) {
        assertEquals(seen.contains(call), call.participant() != null);
      }
    }
  }

  @Property
  @Pins("INV-04")
  void live_conference_has_somebody_in_it(
      @ForAll("stories") List<Command> commands, @ForAll("knobs") Knobs knobs) {
    Story story = new Story(knobs);
    for (Command command : commands) {
      story.play(command);
      for (Conference room : story.telephony.conferences()) {
        assertEquals(room.isLive(), !room.participants().isEmpty());
      }
    }
  }

  @Property
  @Pins({"INV-05", "CONF-28", "CONF-29"})
  void reason_and_ending_call_agree_with_what_happened(
      @ForAll("stories") List<Command> commands, @ForAll("knobs") Knobs knobs) {
    Story story = new Story(knobs);
    for (Command command : commands) {
      List<Participant> left = new ArrayList<>();
      for (Effect effect : story.play(command)) {
        if (effect instanceof Effect.ParticipantLeft leave) {
          left.add(leave.participant());
        } else if (effect instanceof Effect.ConferenceEnded ended) {
          assertAgrees(ended.conference(), command, left);
        }
      }
    }
  }

  private static void assertAgrees(Conference room, Command command, List<Participant> left) {
    String reason = room.reasonEnded();
    boolean byRest = command.kind() == Command.Kind.COMPLETE;
    assertEquals(byRest, reason.equals("conference-ended-via-api"));
    if (byRest) {
      assertNull(room.callEnding());
      return;
    }
    Participant first = left.get(0);
    assertEquals(first.call().sid(), room.callEnding());
    assertEquals(command.kind() == Command.Kind.KICK, reason.endsWith("-kicked"));
    if (reason.startsWith("last-participant")) {
      assertEquals(1, left.size());
    } else {
      assertTrue(reason.startsWith("participant-with-end-conference-on-exit-"), reason);
      assertTrue(first.endOnExit());
    }
  }

  @Property
  @Pins("INV-06")
  void each_stay_has_at_most_one_join_and_exactly_one_leave_after_it(
      @ForAll("stories") List<Command> commands, @ForAll("knobs") Knobs knobs) {
    Story story = new Story(knobs);
    Set<Participant> joined = new LinkedHashSet<>();
    Set<Participant> left = new LinkedHashSet<>();
    Set<Conference> started = new LinkedHashSet<>();
    for (Command command : commands) {
      for (Effect effect : story.play(command)) {
        if (effect instanceof Effect.ParticipantJoined join) {
          assertFalse(left.contains(join.participant()));
          assertTrue(joined.add(join.participant()));
        } else if (effect instanceof Effect.ParticipantLeft leave) {
          assertTrue(left.add(leave.participant()));
          assertEquals(leave.participant().everConnected(), joined.contains(leave.participant()));
        } else if (effect instanceof Effect.ConferenceStarted start) {
          assertTrue(started.add(start.conference()));
        }
      }
    }
    for (Conference room : story.telephony.conferences()) {
      for (Participant participant : room.everybody()) {
        assertEquals(room.participants().contains(participant), !left.contains(participant));
      }
    }
  }

  @Property
  @Pins({"INV-08", "CALL-17"})
  void each_call_reaches_at_most_one_final_status_and_stays_there(
      @ForAll("stories") List<Command> commands, @ForAll("knobs") Knobs knobs) {
    Story story = new Story(knobs);
    Map<Call, String> last = new LinkedHashMap<>();
    for (Command command : commands) {
      for (Effect effect : story.play(command)) {
        if (effect instanceof Effect.LegMoved moved) {
          assertFalse(last.containsKey(moved.call()), () -> "moved after its end: " + moved);
          CallStatus status = CallStatus.of(moved.word());
          if (status != null && status.isFinal()) {
            last.put(moved.call(), moved.word());
          }
        }
      }
      for (Call call : story.telephony.calls()) {
        assertEquals(last.get(call), call.isLive() ? null : call.status().word());
      }
    }
  }

  @Property
  @Pins({"INV-10", "CONF-46"})
  void nobody_enters_over_the_limit_they_brought(
      @ForAll("stories") List<Command> commands, @ForAll("knobs") Knobs knobs) {
    Story story = new Story(knobs);
    boolean ringing = knobs.is(Knob.CONF_MAX_COUNTS_RINGING, "true");
    for (Command command : commands) {
      for (Effect effect : story.play(command)) {
        Participant entered =
            effect instanceof Effect.ParticipantBound bound
                ? bound.participant()
                : effect instanceof Effect.ParticipantJoined join
                        && (!ringing || command.kind() == Command.Kind.JOIN)
                    ? join.participant()
                    : null;
        if (entered != null) {
          long count =
              entered.conference().participants().stream()
                  .filter(one -> ringing || one.connected())
                  .count();
          assertTrue(count <= entered.settings().maxParticipants(), count + " are in");
        }
      }
    }
  }

  private static Conference room(Effect effect) {
    if (effect instanceof Effect.ConferenceMade made) {
      return made.conference();
    } else if (effect instanceof Effect.ConferenceStarted started) {
      return started.conference();
    } else if (effect instanceof Effect.ConferenceEnded ended) {
      return ended.conference();
    } else if (effect instanceof Effect.ParticipantBound bound) {
      return bound.participant().conference();
    } else if (effect instanceof Effect.ParticipantJoined joined) {
      return joined.participant().conference();
    } else if (effect instanceof Effect.ParticipantLeft left) {
      return left.participant().conference();
    } else if (effect instanceof Effect.ParticipantChanged changed) {
      return changed.participant().conference();
    }
    return null;
  }

  @Provide
  Arbitrary<List<Command>> stories() {
    return Combinators.combine(
            Arbitraries.of(Command.Kind.class),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(1, 2),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 3))
        .as(Command::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<Knobs> knobs() {
    return Arbitraries.integers()
        .between(0, 9)
        .list()
        .ofSize(KNOBS.size())
        .map(
            picks -> {
              Map<Knob, String> values = new LinkedHashMap<>();
              for (int i = 0; i < KNOBS.size(); i++) {
                List<String> choices = KNOBS.get(i).choices();
                values.put(KNOBS.get(i), choices.get(picks.get(i) % choices.size()));
              }
              return Knobs.standard().with(values);
            });
  }
}
