package dev.partyline.law;

import dev.partyline.journal.Journal;

/** A law that judges a folded journal, so that several laws can share one fold. */
interface RunLaw extends Law {

  @Override
  default Verdict judge(Journal journal) {
    return judge(Run.of(journal));
  }

  /** Judges a finished run; same contract as {@link Law#judge}. */
  Verdict judge(Run run);
}
