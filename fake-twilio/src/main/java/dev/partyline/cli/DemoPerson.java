package dev.partyline.cli;

import java.util.List;

/**
 * A customer of the demo.
 *
 * @param script what the phone does, as the control API takes it
 * @param sentence the same for people
 */
record DemoPerson(String number, String script, String sentence) {

  /** Everybody who can be dialled. */
  static final List<DemoPerson> CUSTOMERS =
      List.of(
          answers("+819012340001", 2500, -1, "answers and stays"),
          answers("+819012340002", 4000, 90_000, "answers and hangs up after a minute and a half"),
          answers("+81312340003", 1500, 45_000, "answers at once and is short"),
          new DemoPerson("+81612340004", "{\"does\":\"busy\"}", "is busy"),
          new DemoPerson(
              "+819012340005", "{\"does\":\"no-answer\"}", "rings and is never answered"),
          new DemoPerson(
              "+819012340006",
              "{\"does\":\"rejects\",\"actsAfterMs\":4000}",
              "declines after four seconds"));

  private static DemoPerson answers(String number, int afterMs, int endsAfterMs, String sentence) {
    return new DemoPerson(
        number,
        "{\"does\":\"answers\",\"actsAfterMs\":"
            + afterMs
            + ",\"endsAfterMs\":"
            + endsAfterMs
            + "}",
        sentence);
  }

  /** An agent's phone, which answers by itself. */
  static final String SOFTPHONE =
      "{\"does\":\"answers\",\"ringsAfterMs\":300,\"actsAfterMs\":1200,\"endsAfterMs\":-1}";
}
