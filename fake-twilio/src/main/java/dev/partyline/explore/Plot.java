package dev.partyline.explore;

import java.util.List;

/**
 * What the people of a scenario may do beside dialling and hanging up.
 *
 * @param agentDoes what an agent does; the first is what the typical run has
 * @param colleagues whether each agent has a colleague who can be called in
 * @param supervisor whether somebody supervises the first conversation
 * @param twice whether an agent who is done with one thing does another
 */
record Plot(List<String> agentDoes, boolean colleagues, boolean supervisor, boolean twice) {

  /** Agents dial and hang up. */
  static final Plot OUTBOUND =
      new Plot(List.of("stays", "hangs-up", "presses-hang-up"), false, false, false);

  /** Agents put customers on hold and mute themselves. */
  static final Plot HOLD =
      new Plot(
          List.of("holds", "mutes", "presses-hang-up", "hangs-up", "stays"), false, false, true);

  /** Agents hand customers over, with and without asking first. */
  static final Plot TRANSFER =
      new Plot(
          List.of("consults", "transfers", "holds", "presses-hang-up", "hangs-up"),
          true,
          false,
          false);

  /** A supervisor listens, whispers, barges in and goes. */
  static final Plot SUPERVISE =
      new Plot(List.of("stays", "holds", "presses-hang-up", "hangs-up"), false, true, false);

  /** All of it. */
  static final Plot MIXED =
      new Plot(
          List.of(
              "holds", "consults", "transfers", "mutes", "presses-hang-up", "hangs-up", "stays"),
          true,
          true,
          true);
}
