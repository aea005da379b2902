package dev.partyline.directory;

/**
 * A number that is not the account's own and may be shown as caller, because its holder confirmed
 * it (CALL-30).
 *
 * @param sid {@code PN} and 32 hexadecimal digits
 * @param number in E.164
 * @param created simulated milliseconds, like {@code updated}
 */
public record CallerId(
    String sid, String accountSid, String number, String friendlyName, long created, long updated) {

  /** The same under another name. */
  public CallerId named(String name, long now) {
    return new CallerId(sid, accountSid, number, name, created, now);
  }
}
