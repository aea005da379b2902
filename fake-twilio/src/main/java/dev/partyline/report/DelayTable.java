package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.VoiceDelay;
import dev.partyline.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who heard whom how late, and where they were mixed; no section when nobody heard anybody. */
final class DelayTable {

  private static final int MOST = 100;

  private final long first;
  private final VoiceDelay heard;
  private int times = 1;
  private boolean bothWays;

  private DelayTable(long first, VoiceDelay heard) {
    this.first = first;
    this.heard = heard;
  }

  static void write(Markup out, Journal journal, Cast cast) {
    List<DelayTable> rows = rows(journal);
    if (rows.isEmpty()) {
      return;
    }
    out.open("section", "id", "delay").leaf("h2", "How late they heard each other");
    out.leaf(
        "p",
        "From mouth to ear. Up to 150 ms is good; above 400 ms nobody can talk (ITU-T G.114).",
        "class",
        "note");
    out.open("table", "class", "grid").open("thead").open("tr");
    for (String head :
        List.of("first", "who", "mixed in", "delay", "in the best region", "times")) {
      out.leaf("th", head);
    }
    out.close().close().open("tbody").line();
    for (DelayTable row : rows.subList(0, Math.min(MOST, rows.size()))) {
      row.write(out, cast);
    }
    out.close().close();
    if (rows.size() > MOST) {
      out.leaf("p", "… and " + (rows.size() - MOST) + " more pairs.", "class", "note");
    }
    out.close().line();
  }

  /** One row for each pair in each place, whoever of the two was heard first. */
  private static List<DelayTable> rows(Journal journal) {
    Map<String, DelayTable> rows = new LinkedHashMap<>();
    for (Entry entry : journal) {
      if (entry.what() instanceof VoiceDelay heard) {
        String here = heard.place() + heard.region() + heard.ms();
        DelayTable same = rows.get(here + heard.speaker() + heard.hearer());
        DelayTable back = rows.get(here + heard.hearer() + heard.speaker());
        if (same != null) {
          same.times++;
        } else if (back != null) {
          back.bothWays = true;
        } else {
          rows.put(here + heard.speaker() + heard.hearer(), new DelayTable(entry.at(), heard));
        }
      }
    }
    return new ArrayList<>(rows.values());
  }

  private void write(Markup out, Cast cast) {
    out.open("tr").leaf("td", Times.seconds(first), "class", "num");
    String one = cast.leg(heard.speaker());
    String other = cast.leg(heard.hearer());
    out.leaf("td", bothWays ? one + " and " + other : other + " hears " + one);
    out.leaf("td", heard.region());
    out.leaf("td", heard.ms() + " ms", "class", "num");
    out.leaf("td", heard.leastMs() + " ms", "class", "num");
    out.leaf("td", Integer.toString(times), "class", "num");
    out.close().line();
  }
}
