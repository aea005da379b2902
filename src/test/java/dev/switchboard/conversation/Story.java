package dev.switchboard.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells a conversation a story, event by event, and keeps what it wants done. */
final class Story {

  static final String AGENT = "CA" + "a".repeat(32);
  static final String CUSTOMER = "CA" + "c".repeat(32);
  static final String COLLEAGUE = "CA" + "d".repeat(32);
  static final String SUPERVISOR = "CA" + "e".repeat(32);
  static final String COLLEAGUE_PHONE = "client:ken";
  static final String SUPERVISOR_PHONE = "client:kumi";
  static final Sound HELD = new Sound(false, true, null);
  static final Sound LISTENING = new Sound(true, false, AGENT);
  static final Sound GUARDING = new Sound(false, false, null, true);
  static final Sound WHISPERING = new Sound(false, false, AGENT);
  static final String ROOM = "CF" + "1".repeat(32);
  static final String NUMBER = "+81312345678";
  static final Command DIAL = new Command.DialCustomer(ROOM, NUMBER);
  static final Command END_AGENT = new Command.EndLeg(AGENT);
  static final Command END_CUSTOMER = new Command.EndLeg(CUSTOMER);
  static final Command END_ROOM = new Command.EndRoom(ROOM);
  static final Command LOOK_AT_AGENT = new Command.LookAtLeg(AGENT);
  static final Command LOOK_AT_CUSTOMER = new Command.LookAtLeg(CUSTOMER);
  static final Command LOOK_INTO_ROOM = new Command.LookIntoRoom(ROOM);
  static final String ROOM_NAME = "call-" + AGENT;
  static final Command FIND_ROOM = new Command.FindRoom(ROOM_NAME);

  private Conversation conversation;
  private Instant now = Instant.EPOCH;
  private List<Instant> wakeUps = new ArrayList<>();
  private final List<Command> wanted = new ArrayList<>();
  private final List<Command> answered = new ArrayList<>();
  private String refusal;

  /** Of a conversation that an agent's call begins. */
  Story() {
    this(AGENT);
  }

  private Story(String id) {
    conversation = Conversation.of(id);
  }

  /** Of a conversation that this call begins, and of which nothing was heard yet. */
  static Story of(String id) {
    return new Story(id);
  }

  static Story begun() {
    return new Story().agentCalls();
  }

  static Story agentWaits() {
    return begun().agentJoins();
  }

  static Story ringing() {
    return agentWaits().hears(new Event.DialAccepted(CUSTOMER, LegStatus.QUEUED));
  }

  static Story talking() {
    return ringing().customerJoins();
  }

  Story agentCalls() {
    return hears(new Event.AgentCalled(NUMBER, LegStatus.RINGING));
  }

  Story agentJoins() {
    return hears(new Event.Joined(ROOM, AGENT, Conversation.AGENT_LABEL));
  }

  Story customerJoins() {
    return hears(new Event.Joined(ROOM, CUSTOMER, Conversation.CUSTOMER_LABEL));
  }

  Story agentPressesHangUp() {
    return hears(new Event.HangUpAsked());
  }

  /** Agent, customer and supervisor talk; the supervisor asked for this. */
  static Story supervised(Button button) {
    return talking()
        .supervisorPresses(button)
        .guestJoins("supervisor-1", SUPERVISOR)
        .allSoundsConfirmed();
  }

  /** The customer is on hold, and the colleague has answered. */
  static Story consulting() {
    return talking()
        .agentPresses(Button.CONSULT, COLLEAGUE_PHONE)
        .allSoundsConfirmed()
        .guestJoins("colleague-1", COLLEAGUE)
        .allSoundsConfirmed();
  }

  Story agentPresses(Button button) {
    return agentPresses(button, "");
  }

  Story agentPresses(Button button, String to) {
    return hears(new Event.Pressed(button, AGENT, "", to));
  }

  Story supervisorPresses(Button button) {
    return hears(new Event.Pressed(button, "", SUPERVISOR_PHONE, ""));
  }

  Story guestJoins(String label, String callSid) {
    return hears(new Event.GuestReported(label, callSid, LegStatus.QUEUED))
        .hears(new Event.Joined(ROOM, callSid, label));
  }

  /** The platform does all that was asked about sounds, and what that leads to. */
  Story allSoundsConfirmed() {
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i) instanceof Command.Tune tune && !answered.contains(tune)) {
        answered.add(tune);
        hears(new Event.Tuned(tune.callSid(), tune.sound()));
      }
    }
    answered.clear();
    wanted.removeIf(it -> it instanceof Command.Tune);
    return this;
  }

  Story isRefused(String why) {
    assertEquals(why, refusal);
    return this;
  }

  Story sounds(String callSid, Sound sound) {
    Leg leg =
        conversation.legs().stream()
            .filter(it -> it.sid().equals(callSid))
            .findFirst()
            .orElseThrow();
    assertEquals(sound, leg.tuning().sound());
    return this;
  }

  Story agentIs(LegStatus status) {
    return hears(new Event.LegReported(AGENT, status));
  }

  Story customerIs(LegStatus status) {
    return hears(new Event.LegReported(CUSTOMER, status));
  }

  Story agentLeaves(LegStatus status) {
    return hears(new Event.Left(ROOM, AGENT, Conversation.AGENT_LABEL, status));
  }

  Story customerLeaves(LegStatus status) {
    return hears(new Event.Left(ROOM, CUSTOMER, Conversation.CUSTOMER_LABEL, status));
  }

  Story roomHolds(String... callSids) {
    List<Event.Occupant> occupants = new ArrayList<>();
    for (String sid : callSids) {
      String label = sid.equals(AGENT) ? Conversation.AGENT_LABEL : Conversation.CUSTOMER_LABEL;
      LegStatus status = sid.equals(AGENT) ? LegStatus.IN_PROGRESS : LegStatus.RINGING;
      occupants.add(new Event.Occupant(sid, label, status));
    }
    return hears(new Event.RoomSeen(ROOM, occupants));
  }

  Story hears(Event event) {
    Step step = conversation.on(event, now);
    conversation = step.next();
    refusal = step.refusal();
    for (Command command : step.commands()) {
      if (command instanceof Command.WakeAt wake) {
        wakeUps.add(wake.when());
      } else {
        wanted.add(command);
      }
    }
    return this;
  }

  /** Lets time pass, with the wake-ups that were asked for. */
  Story passes(Duration time) {
    Instant until = now.plus(time);
    while (true) {
      Instant next = wakeUps.stream().min(Instant::compareTo).orElse(null);
      if (next == null || next.isAfter(until)) {
        now = until;
        return this;
      }
      wakeUps.remove(next);
      now = next;
      hears(new Event.Woken(next));
    }
  }

  Story passes(int seconds) {
    return passes(Duration.ofSeconds(seconds));
  }

  /** Asserts what was wanted since the last such assertion, in this order. */
  Story wants(Command... commands) {
    assertEquals(List.of(commands), wanted);
    wanted.clear();
    return this;
  }

  /** What was wanted since the last assertion about it, or since it was forgotten. */
  List<Command> wanted() {
    return List.copyOf(wanted);
  }

  Story is(Phase phase) {
    assertEquals(phase, conversation.phase());
    return this;
  }

  Story endsBecause(Ending ending) {
    assertEquals(ending, conversation.ending());
    return this;
  }

  Story tellsAgent(Farewell farewell) {
    assertEquals(farewell, conversation.farewell());
    return this;
  }

  Story isBelieved(String callSid, LegStatus status) {
    Leg leg =
        conversation.legs().stream()
            .filter(it -> it.sid().equals(callSid))
            .findFirst()
            .orElseThrow(() -> new AssertionError(callSid + " is not known"));
    assertEquals(status, leg.status());
    return this;
  }

  Story forgets() {
    wanted.clear();
    return this;
  }

  boolean asksToBeWoken() {
    return wakeUps.stream().anyMatch(when -> when.isAfter(now));
  }

  Conversation conversation() {
    return conversation;
  }

  Instant now() {
    return now;
  }
}
