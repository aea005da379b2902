package dev.switchboard.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be asked of the routing side, and of the caller's leg while nobody has met them: each
 * thing once, and again until there is an answer.
 */
final class Chores {

  private final Turn turn;
  private final List<Chore> chores;

  Chores(Turn turn, List<Chore> before) {
    this.turn = turn;
    this.chores = new ArrayList<>(before);
  }

  List<Chore> all() {
    return chores;
  }

  /** Adds it unless it is there already, done or not. */
  void add(Chore.Kind kind, String subject, String detail, Instant due) {
    if (chores.stream().noneMatch(it -> it.is(kind, subject) && it.detail().equals(detail))) {
      chores.add(Chore.now(kind, subject, detail, due));
    }
    turn.closed = false;
  }

  boolean has(Chore.Kind kind) {
    return chores.stream().anyMatch(it -> it.kind() == kind);
  }

  void drop(Chore.Kind kind) {
    chores.removeIf(it -> it.kind() == kind);
  }

  /** What was asked for cannot be taken back: it stays until its answer has come. */
  void dropIfNotAsked(Chore.Kind kind) {
    chores.removeIf(it -> it.kind() == kind && it.errand().tries() == 0);
  }

  /** Whether the caller is yet to be sent back into the queue, after an offer by another task. */
  boolean leavesForAnotherThan(String task) {
    return chores.stream()
        .anyMatch(
            it ->
                it.kind() == Chore.Kind.QUEUE_AGAIN
                    && it.errand().tries() == 0
                    && !it.detail().equals(task));
  }

  /** A caller who is offered by another task than before has come back into the queue. */
  void callerIsBackBy(String task) {
    chores.removeIf(it -> it.kind() == Chore.Kind.QUEUE_AGAIN && !it.detail().equals(task));
  }

  /** Has an agent's wrap-up end now; false when nobody is at one. */
  boolean completeNow() {
    chores.replaceAll(
        it ->
            it.kind() == Chore.Kind.COMPLETE && it.errand().tries() == 0
                ? it.with(Errand.end(turn.now))
                : it);
    return has(Chore.Kind.COMPLETE);
  }

  /** The chore that this answers; empty when it is over or was dropped. */
  Optional<Chore> answered(Event.Did event) {
    return chores.stream()
        .filter(it -> it.is(event.kind(), event.subject()))
        .filter(it -> it.detail().equals(event.detail()))
        .findFirst();
  }

  void remove(Chore chore) {
    chores.remove(chore);
  }

  /**
   * Has it asked for again, if this answer leaves that open. An order to move may have worked and
   * is not given a second time: it is looked whether they have moved.
   *
   * @return false when the answer is the last
   */
  boolean putOff(Chore chore, Chore.Result result) {
    boolean moves = chore.kind() == Chore.Kind.MOVE_IN;
    boolean again = result == Chore.Result.THROTTLED || result == Chore.Result.UNCLEAR && !moves;
    if (!again || chore.errand().tries() >= Pace.MOST_TRIES) {
      return false;
    }
    Errand later =
        moves ? Errand.end(turn.now.plus(Pace.retryAfter(1))) : chore.errand().again(turn.now);
    chores.replaceAll(it -> it == chore ? it.with(later) : it);
    return true;
  }

  /** Asks for what is due. */
  void goOn() {
    // an order to move whose answer does not come is looked after, not given again
    chores.removeIf(
        it ->
            it.kind() == Chore.Kind.MOVE_IN
                && it.errand().tries() > 0
                && it.errand().isDue(turn.now));
    for (int i = 0; i < chores.size(); i++) {
      Chore chore = chores.get(i);
      if (chore.errand().isDue(turn.now) && !waits(chore)) {
        turn.commands.add(
            new Command.Do(
                chore.kind(), chore.subject(), chore.detail(), chore.errand().tries() > 0));
        chores.set(i, chore.with(chore.errand().run(turn.now)));
      }
    }
  }

  /**
   * A task is completed after it was wrapped; and a caller on the way into a room is called back
   * once the platform has heard of the room, or the two orders might cross.
   */
  private boolean waits(Chore chore) {
    return switch (chore.kind()) {
      case COMPLETE -> chores.stream().anyMatch(it -> it.is(Chore.Kind.WRAP, chore.subject()));
      case QUEUE_AGAIN, GOODBYE -> has(Chore.Kind.MOVE_IN);
      default -> false;
    };
  }

  void dues(Map<String, Instant> dues) {
    for (Chore chore : chores) {
      if (!waits(chore)) {
        dues.put(chore.kind() + " " + chore.subject() + " " + chore.detail(), chore.errand().due());
      }
    }
  }
}
