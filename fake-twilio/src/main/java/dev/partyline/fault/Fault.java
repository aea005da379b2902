package dev.partyline.fault;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One fault.
 *
 * @param action a word of {@link #ACTIONS}
 * @param method of a REST request, in capitals; null for any
 * @param path a regular expression found in the path of a REST request; null for any
 * @param event the event of a webhook, {@code participant-join} for example, or its kind, {@code
 *     twiml} for example; null for any
 * @param about SID of the leg or conference that a webhook is about; null for any
 * @param times how often it happens, at least 1
 * @param status HTTP status of a failing request, 400 to 599
 * @param delayMs how much longer something takes, or how old what a read shows is
 */
public record Fault(
    String action,
    String method,
    String path,
    String event,
    String about,
    int times,
    int status,
    long delayMs) {

  /**
   * What can go wrong. REST: fail-before-commit and fail-after-commit answer with an error, lag
   * shows an older state. Webhooks: drop, duplicate, delay.
   */
  public static final List<String> ACTIONS =
      List.of("fail-before-commit", "fail-after-commit", "lag", "drop", "duplicate", "delay");

  /**
   * Checks what people write.
   *
   * @throws IllegalArgumentException naming the field, what it is and what it may be
   */
  public Fault {
    require(ACTIONS.contains(action), "action", action, "one of " + ACTIONS);
    require(times >= 1, "times", times, "1 or more");
    require(status >= 400 && status <= 599, "status", status, "from 400 to 599");
    require(delayMs >= 0, "delayMs", delayMs, "0 or more");
    boolean needsDelay = action.equals("lag") || action.equals("delay");
    require(!needsDelay || delayMs > 0, "delayMs", delayMs, "more than 0 for " + action);
    method = method == null ? null : method.toUpperCase(Locale.ROOT);
    if (path != null) {
      try {
        Pattern.compile(path);
      } catch (PatternSyntaxException bad) {
        throw new IllegalArgumentException(
            "path is '" + path + "', which is no regular expression: " + bad.getDescription());
      }
    }
    boolean rest = isOfRest(action);
    require(
        rest ? event == null && about == null : method == null && path == null,
        rest ? "event" : "path",
        rest ? event : path,
        rest
            ? "left out: " + action + " is about requests, chosen by method and path"
            : "left out: " + action + " is about webhooks, chosen by event and about");
  }

  private static void require(boolean good, String field, Object value, String what) {
    if (!good) {
      throw new IllegalArgumentException(field + " is '" + value + "'; it must be " + what);
    }
  }

  private static boolean isOfRest(String action) {
    return action.equals("lag") || action.startsWith("fail-");
  }

  boolean fitsRequest(String requestMethod, String requestPath) {
    return isOfRest(action)
        && (method == null || method.equals(requestMethod))
        && (path == null || Pattern.compile(path).matcher(requestPath).find())
        && (!action.equals("lag") || requestMethod.equals("GET"));
  }

  boolean fitsWebhook(String kind, String word, String call, String conference) {
    return !isOfRest(action)
        && (event == null || event.equals(word) || event.equals(kind))
        && (about == null || about.equals(call) || about.equals(conference));
  }
}
