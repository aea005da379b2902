package dev.switchboard.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people can ask for with a call. */
public enum Button {
  /** End the call; for somebody who is only being asked: leave it. */
  HANG_UP,
  /** Let the customer wait with music, hearing nobody. */
  HOLD,
  /** Take the customer back from hold. */
  RESUME,
  /** Be heard by nobody. */
  MUTE,
  /** Be heard again. */
  UNMUTE,
  /** Hand the customer to somebody, who takes over by answering. */
  COLD_TRANSFER,
  /** Let the customer wait and ask somebody. */
  CONSULT,
  /** Talk with the other one of the two, customer and colleague. */
  SWAP,
  /** Leave customer and colleague together. */
  COMPLETE_TRANSFER,
  /** Let the colleague go and take the customer back. */
  ABORT_TRANSFER,
  /** Have one's own phone rung again, after the page that held the leg has died. */
  TAKE_BACK,
  /** This call: have one's own phone rung for it, where offers are accepted on the page. */
  ACCEPT,
  /** Not this call: it is offered to somebody else. */
  DECLINE,
  /** Done with what comes after the call. */
  WRAP_UP,
  /** Supervisor: hear, and be heard by nobody. */
  LISTEN,
  /** Supervisor: hear, and be heard by the agent alone. */
  WHISPER,
  /** Supervisor: hear and be heard. */
  BARGE,
  /** Supervisor: go. */
  LEAVE;

  /** The word of pages and requests, such as {@code cold-transfer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words of all, in their order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Button::word).toList();
  }

  /** The button of this word; empty when there is none. */
  public static Optional<Button> named(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** Whether supervisors have it. */
  public boolean isSupervisors() {
    return ordinal() >= LISTEN.ordinal();
  }
}
