package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Journal;
import dev.partyline.law.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The journal as a table: time, kind, a sentence, and every field folded behind it. */
final class JournalTable {

  private static final int MOST_TEXT = 700;
  private static final int BYTES_FOR_ROWS = 280_000;
  private static final int MOST_ENTRIES = 900;

  private JournalTable() {}

  static void write(Markup out, Journal journal, Cast cast, Violation violation) {
    List<Entry> shown = shown(journal, violation);
    out.open("section", "id", "journal").leaf("h2", "The journal");
    int all = journal.entries().size();
    String note =
        shown.size() == all
            ? "All " + all + " entries."
            : shown.size()
                + " of "
                + all
                + " entries; the rest is left out here and is in the NDJSON file.";
    out.leaf("p", note, "class", "note");
    filters(out, shown);
    out.open("table", "class", "grid journal").open("thead").open("tr");
    out.leaf("th", "#").leaf("th", "time").leaf("th", "type").leaf("th", "what").close().close();
    out.open("tbody").line();
    long expected = 0;
    for (Entry entry : shown) {
      if (entry.seq() != expected) {
        String gap = "… " + (entry.seq() - expected) + " entries are left out here …";
        out.open("tr", "class", "gap").leaf("td", gap, "colspan", "4").close().line();
      }
      row(out, entry, cast);
      expected = entry.seq() + 1;
    }
    if (expected < all) {
      String gap = "… " + (all - expected) + " entries are left out here …";
      out.open("tr", "class", "gap").leaf("td", gap, "colspan", "4").close().line();
    }
    out.close().close().close().line();
  }

  /** The entries that fit: all, or the beginning and what stands round the violation. */
  static List<Entry> shown(Journal journal, Violation violation) {
    long bytes = 0;
    for (Entry entry : journal) {
      bytes += weight(entry);
    }
    int all = journal.entries().size();
    if (bytes <= BYTES_FOR_ROWS && all <= MOST_ENTRIES) {
      return journal.entries();
    }
    long focus = violation == null ? Long.MAX_VALUE : violation.at();
    int most = Math.min(MOST_ENTRIES, all);
    List<Entry> kept = Excerpt.of(journal.entries(), focus, most);
    while (weigh(kept) > BYTES_FOR_ROWS && most > 1) {
      most = most * 4 / 5;
      kept = Excerpt.of(journal.entries(), focus, most);
    }
    return kept;
  }

  private static long weigh(List<Entry> entries) {
    return entries.stream().mapToLong(JournalTable::weight).sum();
  }

  /** About the bytes of an entry's row: escaped text may be six times as long as its characters. */
  private static long weight(Entry entry) {
    long bytes = 340;
    for (Map.Entry<String, String> field : Fields.of(entry.what()).entrySet()) {
      bytes += 26 + field.getKey().length() + utf8(Markup.escape(cut(field.getValue())));
    }
    return bytes;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void filters(Markup out, List<Entry> shown) {
    Set<String> words = new LinkedHashSet<>();
    shown.forEach(entry -> words.add(Fields.word(entry.what().getClass())));
    List<String> sorted = new ArrayList<>(words);
    sorted.sort(null);
    out.open("form", "class", "filters", "hidden", "hidden").line();
    out.open("label")
        .text("type ")
        .open("select", "name", "type")
        .leaf("option", "all", "value", "");
    sorted.forEach(word -> out.leaf("option", word, "value", word));
    out.close().close();
    out.open("label")
        .text("from ")
        .empty("input", "name", "from", "type", "number", "min", "0", "step", "any")
        .text(" s")
        .close();
    out.open("label")
        .text("to ")
        .empty("input", "name", "to", "type", "number", "min", "0", "step", "any")
        .text(" s")
        .close();
    out.open("label").text("text ").empty("input", "name", "text", "type", "search").close();
    out.leaf("output", "").close().line();
  }

  private static void row(Markup out, Entry entry, Cast cast) {
    String word = Fields.word(entry.what().getClass());
    out.open(
        "tr",
        "id",
        "e" + entry.seq(),
        "data-t",
        String.valueOf(entry.at()),
        "class",
        EntryWords.family(entry.what()));
    out.leaf("td", String.valueOf(entry.seq()), "class", "num");
    out.leaf("td", Times.exact(entry.at()), "class", "num");
    out.open("td").leaf("span", word, "class", "type").close();
    out.open("td").open("details").leaf("summary", cut(EntryWords.of(entry.what(), cast)));
    out.open("dl");
    Fields.of(entry.what()).forEach((name, value) -> out.leaf("dt", name).leaf("dd", cut(value)));
    out.close().close().close().close().line();
  }

  /** A text short enough for the page; says how much is left out. */
  static String cut(String text) {
    if (text == null || text.length() <= MOST_TEXT) {
      return text;
    }
    return text.substring(0, MOST_TEXT)
        + " … ("
        + (text.length() - MOST_TEXT)
        + " more characters)";
  }
}
