package dev.partyline.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.NdjsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

  @TempDir Path folder;

  private static SubjectReport subject(RunReport... runs) {
    return new SubjectReport("subject", false, null, new LinkedHashMap<>(), 1, 1, List.of(runs));
  }

  private static RunReport named(String name) {
    RunReport run = Journals.classicRun();
    return new RunReport(
        name,
        run.subject(),
        run.story(),
        run.seed(),
        run.replayCommand(),
        run.journal(),
        run.verdicts());
  }

  @Test
  void a_report_is_an_index_a_page_and_a_journal_a_run_and_junit_xml() throws IOException {
    Path index = ReportFolder.write(folder, List.of(subject(Journals.classicRun())));

    assertEquals(folder.resolve("index.html").toAbsolutePath(), index);
    String page = "runs/two-step-dial-customer-busy-1.html";
    assertTrue(Files.readString(index).contains("href=\"" + page + "\""));
    assertTrue(Files.exists(folder.resolve(page)));
    assertTrue(Files.exists(folder.resolve("junit.xml")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NdjsonWriter.write(Journals.classicBug(), bytes);
    assertArrayEquals(
        bytes.toByteArray(),
        Files.readAllBytes(folder.resolve("runs/two-step-dial-customer-busy-1.ndjson")));
  }

  @Test
  void the_next_report_removes_what_the_last_one_wrote_and_nothing_else() throws IOException {
    Files.writeString(folder.resolve("README.md"), "kept");
    Files.createDirectories(folder.resolve("sample"));
    Files.writeString(folder.resolve("sample/index.html"), "kept");
    ReportFolder.write(folder, List.of(subject(named("first"))));
    Files.writeString(folder.resolve("runs/mine.html"), "kept");

    ReportFolder.write(folder, List.of(subject(named("second"))));

    assertFalse(Files.exists(folder.resolve("runs/first.html")));
    assertFalse(Files.exists(folder.resolve("runs/first.ndjson")));
    assertTrue(Files.exists(folder.resolve("runs/second.html")));
    for (String kept : List.of("README.md", "sample/index.html", "runs/mine.html")) {
      assertEquals("kept", Files.readString(folder.resolve(kept)));
    }
  }

  @Test
  void a_manifest_that_names_foreign_files_removes_none_of_them() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(folder.resolve("outside.html"), "kept");
    Files.writeString(inside.resolve("README.md"), "kept");
    Files.writeString(
        inside.resolve(ReportFolder.MANIFEST), "../outside.html\nREADME.md\nruns/../README.md\n");

    ReportFolder.write(inside, List.of());

    assertEquals("kept", Files.readString(folder.resolve("outside.html")));
    assertEquals("kept", Files.readString(inside.resolve("README.md")));
  }

  @Test
  void names_become_safe_file_names_that_differ() throws IOException {
    ReportFolder.write(
        folder,
        List.of(subject(named("../../etc/passwd"), named("A b"), named("a B"), named("発信"))));

    for (String file : List.of("etc-passwd", "a-b", "a-b-2", "run")) {
      assertTrue(Files.exists(folder.resolve("runs/" + file + ".html")), file);
    }
  }

  @Test
  void the_same_runs_give_the_same_bytes() throws IOException {
    Path other = folder.resolve("other");
    Path one = folder.resolve("one");
    ReportFolder.write(one, List.of(subject(Journals.twoConversationsRun())));
    ReportFolder.write(other, List.of(subject(Journals.twoConversationsRun())));

    for (String file : List.of("index.html", "junit.xml", "runs/two-calls.html")) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_named_with_what_to_do() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    UncheckedIOException refused =
        assertThrows(UncheckedIOException.class, () -> ReportFolder.write(file, List.of()));

    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    assertTrue(refused.getMessage().contains("name another one"), refused.getMessage());
  }
}
