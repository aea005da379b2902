package dev.partyline.report;

import dev.partyline.journal.NdjsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes a report into a folder: {@code index.html}, {@code junit.xml} and for each run {@code
 * runs/NAME.html} and {@code runs/NAME.ndjson}.
 *
 * <p>What it wrote is listed in {@code manifest.txt}; the next report removes those files and no
 * others, so {@code README.md}, {@code sample/} and whatever people keep there stay.
 */
public final class ReportFolder {

  static final String MANIFEST = "manifest.txt";
  private static final int LONGEST_NAME = 80;

  private final Path folder;
  private final List<String> written = new ArrayList<>();

  private ReportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a report in place of the one written before.
   *
   * @return the index
   * @throws UncheckedIOException when the folder cannot be made or written; the message names it.
   *     Part of the report may have been written
   */
  public static Path write(Path folder, List<SubjectReport> subjects) {
    try {
      return new ReportFolder(folder.toAbsolutePath().normalize()).replace(subjects);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the report into "
              + folder.toAbsolutePath()
              + " ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "); make it a folder that can be written, or name another one",
          e);
    }
  }

  private Path replace(List<SubjectReport> subjects) throws IOException {
    Files.createDirectories(folder);
    removeEarlier();
    Files.createDirectories(folder.resolve("runs"));
    Set<String> taken = new LinkedHashSet<>();
    Map<String, String> links = new LinkedHashMap<>();
    for (SubjectReport subject : subjects) {
      for (RunReport run : subject.runs()) {
        String file = "runs/" + safe(run.name(), taken);
        put(file + ".html", RunPage.of(run));
        journal(file + ".ndjson", run);
        links.putIfAbsent(run.name(), file + ".html");
      }
    }
    put("junit.xml", JunitXml.of(subjects));
    put("index.html", IndexPage.of(subjects, links));
    return folder.resolve("index.html");
  }

  private void put(String name, String text) throws IOException {
    announce(name);
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private void journal(String name, RunReport run) throws IOException {
    announce(name);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      NdjsonWriter.write(run.journal(), out);
    }
  }

  /** Lists a file before it is written, so that a report cut short can still be removed. */
  private void announce(String name) throws IOException {
    written.add(name);
    Files.writeString(folder.resolve(MANIFEST), String.join("\n", written) + "\n");
  }

  private void removeEarlier() throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    if (!Files.exists(manifest)) {
      return;
    }
    for (String name : Files.readAllLines(manifest)) {
      if (name.matches("(index\\.html|junit\\.xml|runs/[a-z0-9_-]+\\.(html|ndjson))")) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
    Files.delete(manifest);
    try {
      Files.deleteIfExists(folder.resolve("runs"));
    } catch (DirectoryNotEmptyException keptByPeople) {
      return;
    }
  }

  /** A file name of letters, digits and hyphens that no other run of this report has. */
  private static String safe(String name, Set<String> taken) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
    plain = plain.replaceAll("^-+|-+$", "");
    plain = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    plain = plain.isEmpty() ? "run" : plain;
    String free = plain;
    for (int i = 2; !taken.add(free); i++) {
      free = plain + "-" + i;
    }
    return free;
  }
}
