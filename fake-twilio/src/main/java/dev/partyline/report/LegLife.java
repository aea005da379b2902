package dev.partyline.report;

import java.util.List;

/** What the statuses of a call leg mean for its life (CALL-15). */
final class LegLife {

  private static final List<String> OVER =
      List.of("completed", "busy", "failed", "no-answer", "canceled");

  private LegLife() {}

  static boolean over(String status) {
    return OVER.contains(status);
  }

  static boolean talking(String status) {
    return "in-progress".equals(status);
  }
}
