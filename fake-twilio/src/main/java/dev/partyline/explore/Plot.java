package dev.partyline.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * What the people of a scenario may do beside dialling and hanging up.
 *
 * @param agentDoes what an agent does; the first is what the typical run has
 * @param colleagues whether each agent has a colleague who can be called in
 * @param supervisor whether somebody supervises the first conversation, and how
 * @param callers whether people call in
 * @param twice whether an agent who is done with one thing does another
 * @param people what those are like who are dialled
 */
record Plot(
    List<String> agentDoes,
    boolean colleagues,
    Supervisor supervisor,
    boolean twice,
    Dialled people,
    Callers callers) {

  /** What those are like who are dialled. */
  enum Dialled {
    /** They answer, are busy, or do not come, one as often as the other. */
    ANYHOW,
    /** Most answer, and talk for a while. */
    MOSTLY_ANSWER,
    /** Answering machines are often what picks up. */
    OFTEN_MACHINES,
    /** They answer, and may talk for hours. */
    TALK_FOR_HOURS
  }

  /** Whether somebody supervises. */
  enum Supervisor {
    NOBODY,
    /** Listens, whispers, barges in and goes, as it comes. */
    ANYHOW,
    /** Most often whispers, and goes on doing so. */
    WHISPERS
  }

  /** Whether people call in. */
  enum Callers {
    NOBODY,
    /** One, beside the calls that agents make. */
    ALSO,
    /** Several, and nobody calls out. */
    ONLY
  }

  /** With people who mostly answer, and nobody calls in. */
  Plot(List<String> agentDoes, boolean colleagues, Supervisor supervisor, boolean twice) {
    this(agentDoes, colleagues, supervisor, twice, Dialled.MOSTLY_ANSWER);
  }

  /** Nobody calls in. */
  Plot(
      List<String> agentDoes,
      boolean colleagues,
      Supervisor supervisor,
      boolean twice,
      Dialled people) {
    this(agentDoes, colleagues, supervisor, twice, people, Callers.NOBODY);
  }

  /** Agents dial and hang up. */
  static final Plot OUTBOUND =
      new Plot(
          List.of("stays", "hangs-up", "presses-hang-up"),
          false,
          Supervisor.NOBODY,
          false,
          Dialled.ANYHOW);

  /** Agents talk to whatever picks up, as long as it does. */
  static final Plot MACHINES =
      new Plot(List.of("stays"), false, Supervisor.NOBODY, false, Dialled.OFTEN_MACHINES);

  /** Nobody wants to end the call. */
  static final Plot LONG =
      new Plot(List.of("stays"), false, Supervisor.NOBODY, false, Dialled.TALK_FOR_HOURS);

  /** Pages die in the middle of a call and are loaded anew. */
  static final Plot RELOAD =
      new Plot(
          List.of("reloads", "reloads", "reloads", "stays", "presses-hang-up"),
          false,
          Supervisor.NOBODY,
          false);

  /** The same with people who mostly answer and talk long. */
  static final Plot OUTBOUND_TALKS =
      new Plot(
          List.of("stays", "presses-hang-up", "hangs-up", "stays"),
          false,
          Supervisor.NOBODY,
          false);

  /** Agents put customers on hold and mute themselves. */
  static final Plot HOLD =
      new Plot(often("holds", "holds", "mutes"), false, Supervisor.NOBODY, true);

  /** Agents hand customers over, with and without asking first. */
  static final Plot TRANSFER =
      new Plot(
          often("consults", "consults", "transfers", "transfers", "holds"),
          true,
          Supervisor.NOBODY,
          true);

  /** A supervisor listens, whispers, barges in and goes. */
  static final Plot SUPERVISE =
      new Plot(often("stays", "stays", "holds", "mutes"), false, Supervisor.ANYHOW, false);

  /** The same, and the agent's softphone drops out while somebody may be whispering. */
  static final Plot SUPERVISE_DROP =
      new Plot(
          List.of("drops", "drops", "consults-and-drops", "transfers"),
          true,
          Supervisor.WHISPERS,
          false);

  /** A supervisor whispers to an agent who hands the customer over. */
  static final Plot SUPERVISE_TRANSFER =
      new Plot(List.of("transfers", "transfers", "consults"), true, Supervisor.WHISPERS, false);

  /** All of it. */
  static final Plot MIXED =
      new Plot(
          often("holds", "consults", "consults", "transfers", "mutes"),
          true,
          Supervisor.ANYHOW,
          true,
          Dialled.MOSTLY_ANSWER,
          Callers.ALSO);

  /** People call in, and agents are offered their calls. */
  static final Plot INBOUND =
      new Plot(
          List.of("stays", "stays", "holds", "mutes", "presses-hang-up", "hangs-up", "vanishes"),
          false,
          Supervisor.NOBODY,
          false,
          Dialled.MOSTLY_ANSWER,
          Callers.ONLY);

  /** The same, where agents do all they do with other calls, and some are away. */
  static final Plot FRONT_DESK =
      new Plot(
          List.of(
              "stays",
              "holds",
              "mutes",
              "transfers",
              "consults",
              "consults",
              "reloads",
              "presses-hang-up",
              "hangs-up"),
          true,
          Supervisor.NOBODY,
          true,
          Dialled.MOSTLY_ANSWER,
          Callers.ONLY);

  /** The first is typical; some agents just hang up, one way or the other. */
  private static List<String> often(String... does) {
    List<String> all = new ArrayList<>(List.of(does));
    all.addAll(List.of(does));
    all.addAll(List.of("presses-hang-up", "hangs-up", "stays"));
    return List.copyOf(all);
  }
}
