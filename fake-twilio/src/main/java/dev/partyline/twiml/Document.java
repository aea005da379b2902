package dev.partyline.twiml;

import java.util.List;
import java.util.function.Function;

/**
 * A document that can be run, top to bottom (TWIML-17).
 *
 * @param verbs in document order; empty for an empty Response, which ends the call (TWIML-18)
 * @param warnings by position; what they complain about is already skipped or replaced by its
 *     default (TWIML-15, TWIML-16), so running the document may ignore them
 */
public record Document(List<Verb> verbs, List<Warning> warnings) implements ParsedTwiml {

  public Document {
    verbs = List.copyOf(verbs);
    warnings = List.copyOf(warnings);
  }

  @Override
  public <T> T fold(
      Function<? super Document, ? extends T> accepted,
      Function<? super TwimlProblem, ? extends T> refused) {
    return accepted.apply(this);
  }
}
