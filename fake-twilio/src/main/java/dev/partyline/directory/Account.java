package dev.partyline.directory;

/**
 * An account or a subaccount.
 *
 * @param sid {@code AC} and 32 hexadecimal digits
 * @param ownerSid the account it belongs to; its own SID for a main account
 * @param token its auth token: the password of its SID, and the key of its webhooks' signatures
 * @param created simulated milliseconds, like {@code updated}
 */
public record Account(
    String sid,
    String ownerSid,
    String token,
    String friendlyName,
    Status status,
    Kind kind,
    long created,
    long updated) {

  /** Whether it can be used. Closed is for ever. */
  public enum Status {
    /** It can. */
    ACTIVE("active"),
    /** It cannot until it is active again. */
    SUSPENDED("suspended"),
    /** It cannot any more. */
    CLOSED("closed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** As the API writes it. */
    public String word() {
      return word;
    }

    /** The status of this word; null when there is none. */
    public static Status of(String word) {
      for (Status status : values()) {
        if (status.word.equals(word)) {
          return status;
        }
      }
      return null;
    }
  }

  /** How the account is paid for. */
  public enum Kind {
    /** It calls verified numbers alone (ERR-88). */
    TRIAL("Trial"),
    /** It calls whom it likes. */
    FULL("Full"),
    /** Test credentials: nearly nothing can be reached with them (ERR-70). */
    TEST("Trial");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As the API writes it. */
    public String word() {
      return word;
    }
  }

  /** A main account in use since time 0. */
  public static Account main(String sid, String token) {
    return new Account(sid, sid, token, "Partyline", Status.ACTIVE, Kind.FULL, 0, 0);
  }

  /** Whether it can be used now. */
  public boolean active() {
    return status == Status.ACTIVE;
  }

  /** The same with another name and status. */
  public Account with(String name, Status other, long now) {
    return new Account(sid, ownerSid, token, name, other, kind, created, now);
  }

  /** The same, paid for in another way. */
  public Account as(Kind other) {
    return new Account(sid, ownerSid, token, friendlyName, status, other, created, updated);
  }
}
