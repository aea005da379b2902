package dev.partyline.report;

import java.util.LinkedHashSet;
import java.util.Set;

/** A sentence of a story while it grows: an opening and the consequences that follow from it. */
final class Sentence {

  private final long seq;
  private final String who;
  private final boolean act;
  private final StringBuilder text;
  private final Set<String> touched = new LinkedHashSet<>();
  private boolean yields;

  Sentence(long seq, String who, String opening, boolean act) {
    this.seq = seq;
    this.who = who;
    this.act = act;
    this.text = new StringBuilder(opening);
  }

  long seq() {
    return seq;
  }

  String who() {
    return who;
  }

  String text() {
    return text.toString();
  }

  /** Whether a person, the application or a fault opened it, and not a consequence. */
  boolean act() {
    return act;
  }

  /** Whether it is dropped when the same person is seen to act at the same instant. */
  boolean yields() {
    return yields;
  }

  Sentence yieldsToAct() {
    yields = true;
    return this;
  }

  Sentence touch(String what) {
    if (what != null) {
      touched.add(what);
    }
    return this;
  }

  Sentence touchAll(Set<String> all) {
    all.forEach(this::touch);
    return this;
  }

  boolean touches(Set<String> any) {
    return any.stream().anyMatch(touched::contains);
  }

  /** Goes on with what somebody does next; nobody when the text says it. */
  Sentence then(String somebody, String does) {
    if (!somebody.isEmpty() && somebody.equals(who)) {
      text.append(" and ").append(does);
    } else {
      text.append("; ").append(somebody).append(somebody.isEmpty() ? "" : " ").append(does);
    }
    return this;
  }

  /** Goes on with what that amounts to. */
  Sentence namely(String what) {
    text.append(": ").append(what);
    return this;
  }
}
