package dev.partyline.law;

import dev.partyline.journal.Journal;

/** A property of a whole run, judged on its journal and on nothing else. */
public interface Law {

  /** Short name in capitals, for example {@code ALONE}; stable, printed and typed by people. */
  String id();

  /** What the law demands, as one sentence. */
  String sentence();

  /**
   * Judges a finished run.
   *
   * @return never null; {@link Verdict#notExercised()} when nothing in the run could have broken
   *     the law
   */
  Verdict judge(Journal journal);
}
