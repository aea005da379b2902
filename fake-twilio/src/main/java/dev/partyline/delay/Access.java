package dev.partyline.delay;

/** What somebody speaks into: the way from there to the edge differs. */
public enum Access {
  /** A softphone, over the internet. */
  CLIENT("access-client"),
  /** A telephone, over its own network. */
  TELEPHONE("access-telephone");

  private final String row;

  Access(String row) {
    this.row = row;
  }

  /** Its row in the table. */
  String row() {
    return row;
  }
}
