package dev.switchboard.people;

import java.util.Locale;

/** What somebody may do. */
public enum Role {
  /** Make and take calls. */
  AGENT,
  /** Also see all calls, listen, whisper and barge. */
  SUPERVISOR,
  /** Everything. */
  ADMIN;

  /** The words for the configuration, as a pattern. */
  public static final String WORDS = "agent|supervisor|admin";

  /** The role of this word of {@link #WORDS}. */
  public static Role named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether all calls may be seen, listened to and joined. */
  public boolean supervises() {
    return this != AGENT;
  }
}
