package dev.switchboard.pages;

import dev.switchboard.web.Incoming;
import java.util.Map;
import java.util.Set;

/** What the pages know of buttons. */
final class Buttons {

  /** For supervisors alone, and about a call of somebody else. */
  static final Set<String> SUPERVISING = Set.of("listen", "whisper", "barge", "leave");

  private static final Set<String> WITH_DESTINATION = Set.of("cold-transfer", "consult");

  private Buttons() {}

  /** Only what the button needs is handed on, so a request cannot smuggle in more. */
  static Map<String, String> arguments(String button, Incoming request) {
    return WITH_DESTINATION.contains(button)
        ? Map.of("to", destination(request.param("to")))
        : Map.of();
  }

  private static String destination(String written) {
    String text = written.strip();
    return text.startsWith("+") ? text.replaceAll("[\\s()./-]", "") : text;
  }
}
