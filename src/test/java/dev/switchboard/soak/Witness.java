package dev.switchboard.soak;

import dev.partyline.journal.Journal;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.law.Alone;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import dev.partyline.server.LivePlatform;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps everything that happened on the platform and judges it by the laws. The platform itself
 * keeps the end of a long run alone, in which whoever came before it began would seem never to have
 * come.
 */
final class Witness implements AutoCloseable {

  private final Journal journal = new Journal();
  private final AutoCloseable following;

  /** From now on. */
  Witness(LivePlatform platform) {
    following = platform.follow(0, entry -> journal.add(entry.at(), entry.what()));
  }

  /** No more is kept; now it can be judged. */
  @Override
  public void close() throws Exception {
    following.close();
  }

  void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      NdjsonWriter.write(journal, out);
    }
  }

  int entries() {
    return journal.entries().size();
  }

  /**
   * Every law's verdict.
   *
   * @param limitMs how long a bad state may last, in the platform's milliseconds
   */
  Map<String, Verdict> judge(long limitMs) {
    return Laws.judge(Laws.within(limitMs), journal);
  }

  /** Whoever was alone for longest, with nobody's phone ringing; empty when nobody ever was. */
  Optional<Violation> longestAlone() {
    return Laws.judge(List.of(new Alone(0)), journal).get("ALONE").violations().stream()
        .max(Comparator.comparingLong(Witness::lasted));
  }

  static long lasted(Violation violation) {
    return violation.until() - violation.since();
  }
}
