package dev.partyline.world;

import java.util.Map;

/**
 * A line of the application's live call list, as the supervisor's page shows it.
 *
 * @param id the application's own id of the conversation, handed back in {@link Press#subject}
 * @param state the application's word for the state of the conversation, for people
 * @param alert what the application could not do and shows to people; empty when nothing
 * @param people call SID of each live leg to what the application believes of it, in a fixed order:
 *     one of the words below
 */
public record ListedCall(String id, String state, String alert, Map<String, String> people) {

  /** The leg is being dialled or rings. */
  public static final String RINGS = "rings";

  /** Hears and is heard. */
  public static final String TALKS = "talks";

  /** Neither hears nor is heard. */
  public static final String HELD = "held";

  /** Hears and is not heard. */
  public static final String MUTED = "muted";

  /** A supervisor who hears and is not heard. */
  public static final String LISTENS = "listens";

  /** A supervisor who hears and is heard by the agent alone. */
  public static final String WHISPERS = "whispers";
}
