package dev.partyline.delay;

/** What somebody speaks into: the way from there to the edge differs. */
public enum Access {
  /** A softphone, over the internet. */
  CLIENT("access-client"),
  /** A telephone, over its own network. */
  TELEPHONE("access-telephone");

  private final double ms;

  Access(String row) {
    this.ms = Distances.part(row);
  }

  /** The way to the edge, in milliseconds. */
  double ms() {
    return ms;
  }
}
