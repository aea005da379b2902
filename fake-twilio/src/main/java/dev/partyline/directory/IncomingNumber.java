package dev.partyline.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A phone number of an account.
 *
 * @param sid {@code PN} and 32 hexadecimal digits
 * @param number in E.164
 * @param voice what a call to it runs, unless an application is named
 * @param applicationSid the TwiML application that takes its calls instead; null when none does
 * @param kept what the API takes and gives back without any effect here, by its name in answers:
 *     texting, emergency and address settings
 * @param created simulated milliseconds, like {@code updated}
 */
public record IncomingNumber(
    String sid,
    String accountSid,
    String number,
    String friendlyName,
    Voice voice,
    String applicationSid,
    Map<String, String> kept,
    long created,
    long updated) {

  /** Copies what is kept. */
  public IncomingNumber {
    kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
  }

  /** The same with other settings. */
  public IncomingNumber with(
      String account, String name, Voice other, String application, Map<String, String> k, long t) {
    return new IncomingNumber(sid, account, number, name, other, application, k, created, t);
  }
}
