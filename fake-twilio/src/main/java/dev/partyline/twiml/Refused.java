package dev.partyline.twiml;

/** Ends the reading of a document that cannot be run; never leaves this package. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient TwimlProblem problem;

  Refused(TwimlProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  TwimlProblem problem() {
    return problem;
  }
}
