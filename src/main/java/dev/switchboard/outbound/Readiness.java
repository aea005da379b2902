package dev.switchboard.outbound;

/** Whether agents are offered calls, as they say themselves on their page. */
public interface Readiness {

  /** How an agent stands to calls that come in. */
  enum State {
    /** Is offered calls. */
    READY("ready"),
    /** Is on a break, until they say otherwise. */
    ON_BREAK("break"),
    /**
     * Is offered none: has not begun yet, or missed an offer and rests for some seconds before the
     * next one.
     */
    AWAY("away"),
    /** No agent of the queue, or nobody can call us. */
    NONE("none");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As pages write it. */
    public String word() {
      return word;
    }
  }

  /** Where nobody can call us. */
  Readiness NOBODYS =
      new Readiness() {
        @Override
        public State of(String client) {
          return State.NONE;
        }

        @Override
        public void set(String client, boolean ready) {
          throw new CallControl.Refused(
              CallControl.Reason.NOT_ALLOWED, "readiness: no routing is set up", null);
        }
      };

  /**
   * How it is now. One or two requests, never repeated.
   *
   * @param client the identity of the agent's softphone
   * @throws CallControl.Refused when the platform did not say
   */
  State of(String client);

  /**
   * Lets an agent be offered calls, or take a break. An offer that rings already is not taken back.
   *
   * @param client the identity of the agent's softphone
   * @throws CallControl.Refused when it did not succeed, or the agent is none
   */
  void set(String client, boolean ready);
}
