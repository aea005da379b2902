package dev.switchboard.conversation;

/**
 * What the agent wants of a call that goes on.
 *
 * @param hold whether the customer is to wait
 * @param mute whether the agent is not to be heard
 * @param handover the transfer under way; null when none is
 * @param alert what could not be done, as a text key; empty when nothing
 */
public record Wishes(boolean hold, boolean mute, Handover handover, String alert) {

  static final Wishes NONE = new Wishes(false, false, null, "");

  Wishes holding(boolean next) {
    return new Wishes(next, mute, handover, "");
  }

  Wishes muting(boolean next) {
    return new Wishes(hold, next, handover, "");
  }

  Wishes with(Handover next) {
    return new Wishes(hold, mute, next, "");
  }

  Wishes alerting(String next) {
    return new Wishes(hold, mute, handover, next);
  }
}
