package dev.switchboard.conversation;

import dev.switchboard.conversation.Chore.Kind;
import dev.switchboard.conversation.Chore.Result;
import java.util.Arrays;
import java.util.List;

/** What is told in stories of somebody who calls us, and how far such a story may have come. */
final class Calling {

  static final String CALLER = "CA" + "b".repeat(32);
  static final String CLERK = "CA" + "a".repeat(32);
  static final String OTHER_CLERK = "CA" + "9".repeat(32);
  static final String CLERK_PHONE = "client:aiko";
  static final String OFFER = "WR" + "1".repeat(32);
  static final String NEXT_OFFER = "WR" + "2".repeat(32);
  static final String TASK = "WT" + "1".repeat(32);
  static final String NEXT_TASK = "WT" + "2".repeat(32);
  static final String WORKER = "WK" + "1".repeat(32);
  static final String NEXT_WORKER = "WK" + "2".repeat(32);
  static final String ROOM = "CF" + "1".repeat(32);
  static final String NEXT_ROOM = "CF" + "2".repeat(32);
  static final String LABEL = "agent-1";
  static final String NEXT_LABEL = "agent-2";

  static final Command RING = new Command.RingAgent(OFFER, LABEL, CLERK_PHONE);
  static final Command RING_NEXT = new Command.RingAgent(NEXT_OFFER, NEXT_LABEL, "client:ken");
  static final Command LOOK_AT_CALLER = new Command.LookAtLeg(CALLER);
  static final Command LOOK_AT_CLERK = new Command.LookAtLeg(CLERK);
  static final Command END_CLERK = new Command.EndLeg(CLERK);
  static final Command FIND_ROOM = new Command.FindRoom(OFFER);
  static final Command LOOK_INTO_ROOM = new Command.LookIntoRoom(ROOM);
  static final Command ACCEPT = first(Kind.ACCEPT, OFFER, TASK);
  static final Command REJECT = first(Kind.REJECT, OFFER, TASK);
  static final Command MOVE_IN = first(Kind.MOVE_IN, CALLER, OFFER);
  static final Command QUEUE_AGAIN = first(Kind.QUEUE_AGAIN, CALLER, TASK);
  static final Command GOODBYE = first(Kind.GOODBYE, CALLER, "");
  static final Command LOOK_FOR_TASK = first(Kind.LOOK_FOR_TASK, CALLER, "");
  static final Command CANCEL_TASKS = first(Kind.CANCEL_TASKS, CALLER, "");
  static final Command WRAP = first(Kind.WRAP, TASK, "");
  static final Command COMPLETE = first(Kind.COMPLETE, TASK, "");
  static final Command BRING_BACK = first(Kind.BRING_BACK, WORKER, "");

  static final Event ARRIVED = new Event.CallerArrived("+81312345678", LegStatus.RINGING);
  static final Event OFFERED = offer(OFFER, TASK, WORKER, CLERK_PHONE, false);
  static final Event OFFERED_AGAIN = offer(NEXT_OFFER, TASK, NEXT_WORKER, "client:ken", false);
  static final Event OFFERED_BY_NEXT_TASK =
      offer(NEXT_OFFER, NEXT_TASK, NEXT_WORKER, "client:ken", false);
  static final Event CLERK_RINGS = new Event.GuestReported(LABEL, CLERK, LegStatus.RINGING);
  static final Event CLERK_JOINS = new Event.Joined(ROOM, CLERK, LABEL);
  static final Event CLERK_HANGS_UP = new Event.GuestReported(LABEL, CLERK, LegStatus.COMPLETED);
  static final Event CALLER_JOINS = new Event.Joined(ROOM, CALLER, Conversation.CUSTOMER_LABEL);
  static final Event CALLER_IS_THERE = new Event.LegSeen(CALLER, LegStatus.IN_PROGRESS);
  static final Event CALLER_HANGS_UP = new Event.LegReported(CALLER, LegStatus.COMPLETED);

  private Calling() {}

  static Event offer(String offer, String task, String worker, String phone, boolean busy) {
    return new Event.Offered("+81312345678", offer, task, worker, phone, busy);
  }

  static Command first(Kind kind, String subject, String detail) {
    return new Command.Do(kind, subject, detail, false);
  }

  static Command again(Command command) {
    Command.Do asked = (Command.Do) command;
    return new Command.Do(asked.chore(), asked.subject(), asked.detail(), true);
  }

  /** The platform's answer to such a command. */
  static Event answer(Command command, Result result) {
    Command.Do asked = (Command.Do) command;
    return new Event.Did(asked.chore(), asked.subject(), asked.detail(), result);
  }

  static Event done(Command command) {
    return answer(command, Result.DONE);
  }

  static Event pressed(Button button, String callSid) {
    return new Event.Pressed(button, callSid, "", "");
  }

  /** These are in the room, talking. */
  static Event roomHolds(String... callSids) {
    return new Event.RoomSeen(
        ROOM,
        Arrays.stream(callSids)
            .map(
                it ->
                    new Event.Occupant(
                        it,
                        it.equals(CALLER) ? Conversation.CUSTOMER_LABEL : LABEL,
                        LegStatus.IN_PROGRESS))
            .toList());
  }

  /** The caller waits in the queue. */
  static Story waiting() {
    return Story.of(CALLER).hears(ARRIVED).hears(CALLER_IS_THERE);
  }

  /** An agent's phone is asked to ring. */
  static Story offered() {
    return waiting().hears(OFFERED);
  }

  /** It rings. */
  static Story ringing() {
    return offered().hears(CLERK_RINGS);
  }

  /** The agent is in the room, and acceptance was asked for. */
  static Story answered() {
    return ringing().hears(CLERK_JOINS);
  }

  /** The offer is accepted, and the caller was told to come in. */
  static Story accepted() {
    return answered().hears(done(ACCEPT));
  }

  /** Caller and agent talk. */
  static Story met() {
    return accepted().hears(done(MOVE_IN)).hears(CALLER_JOINS).forgets();
  }

  /** The caller has hung up, and the agent's phone was put down. */
  static Story wrappingUp() {
    return met()
        .hears(new Event.Left(ROOM, CALLER, Conversation.CUSTOMER_LABEL, LegStatus.COMPLETED))
        .hears(new Event.LegReported(CLERK, LegStatus.COMPLETED));
  }

  /** Lets time pass while every look at the caller finds them waiting. */
  static Story waitsOn(Story story, int seconds) {
    int looks = count(story, LOOK_AT_CALLER);
    for (int second = 0; second < seconds; second++) {
      story.passes(1);
      if (count(story, LOOK_AT_CALLER) > looks) {
        looks++;
        story.hears(CALLER_IS_THERE);
      }
    }
    return story;
  }

  static int count(Story story, Command command) {
    List<Command> wanted = story.wanted();
    return (int) wanted.stream().filter(command::equals).count();
  }
}
