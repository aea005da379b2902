package dev.partyline.cli;

import dev.partyline.journal.Journal;
import dev.partyline.journal.NdjsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of commands that hand out the journal of what they played. */
final class JournalFile {

  @Option(names = "--journal", description = "Write the journal, NDJSON, into this file, too.")
  private Path file;

  /**
   * Writes it if a file was asked for.
   *
   * @throws UncheckedIOException naming the file when that fails
   */
  void write(Journal journal) {
    if (file == null) {
      return;
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      NdjsonWriter.write(journal, out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal into " + file, e);
    }
  }
}
