package dev.partyline.twiml;

import java.util.function.Function;

/** What came of a body: a {@link Document} to run, or a {@link TwimlProblem} that prevents it. */
public sealed interface ParsedTwiml permits Document, TwimlProblem {

  /** Continues with the one of the two functions that fits; neither may be null. */
  <T> T fold(
      Function<? super Document, ? extends T> accepted,
      Function<? super TwimlProblem, ? extends T> refused);
}
