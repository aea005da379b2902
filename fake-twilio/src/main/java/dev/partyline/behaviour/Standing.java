package dev.partyline.behaviour;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What this fake does about a rule. */
public enum Standing {
  /** The fake behaves so, and a test pins it. */
  MODELLED("modelled", "modelled"),
  /** What asks for it is accepted and has no effect. */
  IGNORED("ignored", "accepted and ignored"),
  /** What asks for it is refused with an error that says so. */
  REFUSED("refused", "refused"),
  /** The fake does not do it. */
  NOT_MODELLED("not-modelled", "not modelled"),
  /**
   * Not a behaviour of its own: a situation, or a truth of every run, that follows from the rules.
   */
  SITUATION("situation", "situation");

  private final String word;
  private final String phrase;

  Standing(String word, String phrase) {
    this.word = word;
    this.phrase = phrase;
  }

  /** The word as the rule files write it. */
  public String word() {
    return word;
  }

  /** The same for readers of the document. */
  public String phrase() {
    return phrase;
  }

  /** Whether a rule of this standing has to say why. */
  public boolean needsReason() {
    return switch (this) {
      case MODELLED, SITUATION -> false;
      case IGNORED, REFUSED, NOT_MODELLED -> true;
    };
  }

  /**
   * The standing written as {@code word}.
   *
   * @throws IllegalArgumentException if no standing is written so; the message lists the words
   */
  public static Standing ofWord(String word) {
    for (Standing standing : values()) {
      if (standing.word.equals(word)) {
        return standing;
      }
    }
    throw new IllegalArgumentException(
        "standing \"%s\" is not known; write one of %s"
            .formatted(
                word,
                Arrays.stream(values()).map(Standing::word).collect(Collectors.joining(", "))));
  }
}
