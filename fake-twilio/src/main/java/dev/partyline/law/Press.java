package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.ButtonPressed;
import dev.partyline.journal.Happening.PressAnswered;

/** A press of a button, with the page's answer. */
final class Press {

  final Entry at;
  final ButtonPressed pressed;

  /** Null while the page waits. */
  PressAnswered answer;

  Press(Entry at, ButtonPressed pressed) {
    this.at = at;
    this.pressed = pressed;
  }

  boolean refused() {
    return answer != null && !answer.accepted();
  }
}
