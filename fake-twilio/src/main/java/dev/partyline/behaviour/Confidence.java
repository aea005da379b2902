package dev.partyline.behaviour;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How well a rule is known to be true of the real platform. */
public enum Confidence {
  /** The vendor's documents, specifications or SDK sources say so. */
  DOCUMENTED("documented"),
  /** Users, partners or somebody's live test saw it; the vendor does not say it. */
  REPORTED("reported"),
  /** The production report that started this project says so. */
  SEED("seed"),
  /** Our reading of a gap; reality may differ. */
  INFERRED("inferred"),
  /** Sources contradict each other. */
  CONFLICT("conflict");

  private final String word;

  Confidence(String word) {
    this.word = word;
  }

  /** The word as the rule files and the document write it. */
  public String word() {
    return word;
  }

  /**
   * The confidence written as {@code word}.
   *
   * @throws IllegalArgumentException if no confidence is written so; the message lists the words
   */
  public static Confidence ofWord(String word) {
    for (Confidence confidence : values()) {
      if (confidence.word.equals(word)) {
        return confidence;
      }
    }
    throw new IllegalArgumentException(
        "confidence \"%s\" is not known; write one of %s"
            .formatted(
                word,
                Arrays.stream(values()).map(Confidence::word).collect(Collectors.joining(", "))));
  }
}
