package dev.partyline.law;

import dev.partyline.journal.Journal;
import java.util.LinkedHashMap;
import java.util.List;

/** All laws, in the order in which they are printed. */
public final class Laws {

  /** How long a state may last that must not last, unless told otherwise: simulated ms. */
  public static final long STANDARD_LIMIT_MS = 30_000;

  private static final List<Law> STANDARD = within(STANDARD_LIMIT_MS);

  private Laws() {}

  /** Every law with {@link #STANDARD_LIMIT_MS}. */
  public static List<Law> standard() {
    return STANDARD;
  }

  /**
   * Every law.
   *
   * @param limitMs the time limit of the laws that have one, in simulated milliseconds; ANSWERED
   *     has the platform's own limit and ignores it
   */
  public static List<Law> within(long limitMs) {
    return List.of(
        new Alone(limitMs),
        new OneRoom(),
        new NoOrphan(limitMs),
        new NoDrop(),
        new Once(),
        new Monotone(),
        new Answered(),
        new Delay(),
        new Hearing(),
        new Converge(limitMs),
        new Isolated(),
        new Capacity(limitMs),
        new ErrorsSeen(limitMs),
        new Load());
  }

  /** Judges a run by every standard law: law id to verdict, in the standard order. */
  public static LinkedHashMap<String, Verdict> judge(Journal journal) {
    return judge(STANDARD, journal);
  }

  /** Judges a run by these laws: law id to verdict, in the order given. */
  public static LinkedHashMap<String, Verdict> judge(List<Law> laws, Journal journal) {
    LinkedHashMap<String, Verdict> verdicts = new LinkedHashMap<>();
    Run run = Run.of(journal);
    for (int i = 0; i < laws.size(); i++) {
      Law law = laws.get(i);
      verdicts.put(law.id(), law instanceof RunLaw shared ? shared.judge(run) : law.judge(journal));
    }
    return verdicts;
  }
}
