package dev.partyline.directory;

/**
 * An API key.
 *
 * @param sid {@code SK} and 32 hexadecimal digits
 * @param secret the password that goes with the SID; the API shows it once
 * @param created simulated milliseconds, like {@code updated}
 */
public record ApiKey(
    String sid, String accountSid, String secret, String friendlyName, long created, long updated) {

  /** The same under another name. */
  public ApiKey named(String name, long now) {
    return new ApiKey(sid, accountSid, secret, name, created, now);
  }
}
