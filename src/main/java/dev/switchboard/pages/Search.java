package dev.switchboard.pages;

import java.util.Locale;

/** Finds calls by what is shown of them. */
final class Search {

  private Search() {}

  /** Whether every word is in what is shown; digits also without the blanks between them. */
  static boolean matches(String search, CallView call, Shown shown) {
    StringBuilder text = new StringBuilder();
    text.append(shown.nameOf(call.agentClient())).append(' ').append(call.agentClient());
    text.append(' ').append(shown.number(call.other())).append(' ').append(call.other());
    text.append(' ').append(shown.texts().of("state." + call.state()));
    call.listeners().forEach(it -> text.append(' ').append(shown.nameOf(it.client())));
    if (call.colleague() != null) {
      text.append(' ').append(shown.number(call.colleague().address()));
    }
    String all = text.toString().toLowerCase(Locale.ROOT);
    for (String word : search.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
