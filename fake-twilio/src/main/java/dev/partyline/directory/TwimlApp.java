package dev.partyline.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A TwiML application.
 *
 * @param sid {@code AP} and 32 hexadecimal digits
 * @param voice what a call to it runs
 * @param kept what the API takes and gives back without any effect here, by its name in answers
 * @param created simulated milliseconds, like {@code updated}
 */
public record TwimlApp(
    String sid,
    String accountSid,
    String friendlyName,
    Voice voice,
    Map<String, String> kept,
    long created,
    long updated) {

  /** Copies what is kept. */
  public TwimlApp {
    kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
  }

  /** The same with other settings. */
  public TwimlApp with(String name, Voice other, Map<String, String> k, long now) {
    return new TwimlApp(sid, accountSid, name, other, k, created, now);
  }
}
