package dev.partyline.fault;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One fault: what goes wrong, with which requests or webhooks, and how often.
 *
 * @param action a word of {@link #ACTIONS}
 * @param method of a REST request, in capitals; null for any
 * @param path a regular expression found in the path of a REST request, or in the URL of a webhook;
 *     null for any
 * @param event the event of a webhook, {@code participant-join} for example, or its kind, {@code
 *     twiml} for example; null for any
 * @param about SID of the leg or conference that a webhook is about; null for any
 * @param skip how many that fit are let pass before it begins, 0 or more
 * @param times how often it happens, at least 1
 * @param status HTTP status of a failing request, 400 to 599
 * @param delayMs how much longer something takes, how old what a read shows is, or for how long a
 *     webhook waits for the one that overtakes it
 */
public record Fault(
    String action,
    String method,
    String path,
    String event,
    String about,
    int skip,
    int times,
    int status,
    long delayMs) {

  /**
   * What can go wrong. REST: fail-before-commit and fail-after-commit answer with an error,
   * reset-before-commit and reset-after-commit break the connection off, lag shows an older state.
   * Webhooks: drop, duplicate, delay; reorder holds one back until the next that fits has been
   * sent, or for {@code delayMs} when none comes. Pushes of Sync to a page: lose-push,
   * duplicate-push, delay-push; their event is {@code document_updated} and the like, what they are
   * about is the object's SID or unique name, and their path is found in the page's name.
   */
  public static final List<String> ACTIONS =
      List.of(
          "fail-before-commit",
          "fail-after-commit",
          "reset-before-commit",
          "reset-after-commit",
          "lag",
          "drop",
          "duplicate",
          "delay",
          "reorder",
          "lose-push",
          "duplicate-push",
          "delay-push");

  /** The actions of {@link #ACTIONS} that need a time. */
  private static final List<String> TIMED = List.of("lag", "delay", "reorder", "delay-push");

  /**
   * Checks what people write.
   *
   * @throws IllegalArgumentException naming the field, what it is and what it may be
   */
  public Fault {
    require(ACTIONS.contains(action), "action", action, "one of " + ACTIONS);
    require(skip >= 0, "skip", skip, "0 or more");
    require(times >= 1, "times", times, "1 or more");
    require(status >= 400 && status <= 599, "status", status, "from 400 to 599");
    require(delayMs >= 0, "delayMs", delayMs, "0 or more");
    require(
        !TIMED.contains(action) || delayMs > 0, "delayMs", delayMs, "more than 0 for " + action);
    method = method == null ? null : method.toUpperCase(Locale.ROOT);
    if (path != null) {
      try {
        Pattern.compile(path);
      } catch (PatternSyntaxException bad) {
        throw new IllegalArgumentException(
            "path is '" + path + "', which is no regular expression: " + bad.getDescription());
      }
    }
    if (isOfRest(action)) {
      String chosen = action + " is about requests, chosen by method and path";
      require(event == null, "event", event, "left out: " + chosen);
      require(about == null, "about", about, "left out: " + chosen);
    } else {
      require(
          method == null,
          "method",
          method,
          "left out: " + action + " is about webhooks, chosen by event, about and path");
    }
  }

  /** One that skips nothing. */
  public Fault(
      String action,
      String method,
      String path,
      String event,
      String about,
      int times,
      int status,
      long delayMs) {
    this(action, method, path, event, about, 0, times, status, delayMs);
  }

  // ---- for tests ----

  /** The next requests that fit are carried out and answered 503 all the same. */
  public static Fault failsAfterCommit(String method, String path, int times) {
    return new Fault("fail-after-commit", method, path, null, null, times, 503, 0);
  }

  /** The next requests that fit are answered 503 and not carried out. */
  public static Fault failsBeforeCommit(String method, String path, int times) {
    return new Fault("fail-before-commit", method, path, null, null, times, 503, 0);
  }

  /** The next requests that fit are carried out, and their connection breaks before an answer. */
  public static Fault resetsAfterCommit(String method, String path, int times) {
    return new Fault("reset-after-commit", method, path, null, null, times, 503, 0);
  }

  /** The next reads that fit show what was so long ago. */
  public static Fault lags(String path, Duration age, int times) {
    return new Fault("lag", null, path, null, null, times, 503, age.toMillis());
  }

  /** The next webhook of this event or kind is lost. */
  public static Fault drops(String event) {
    return new Fault("drop", null, null, event, null, 1, 503, 0);
  }

  /** The next webhook of this event or kind comes twice. */
  public static Fault duplicates(String event) {
    return new Fault("duplicate", null, null, event, null, 1, 503, 0);
  }

  /** The next webhook of this event or kind comes so much later. */
  public static Fault delays(String event, Duration by) {
    return new Fault("delay", null, null, event, null, 1, 503, by.toMillis());
  }

  /** The next webhook whose URL fits is overtaken by the one after it, or a minute late. */
  public static Fault reorders(String path) {
    return new Fault("reorder", null, path, null, null, 1, 503, 60_000);
  }

  /** The next push of Sync to a page with this name never comes. */
  public static Fault losesPush(String page) {
    return new Fault("lose-push", null, quoted(page), null, null, 1, 503, 0);
  }

  /** The next pushes of Sync to a page with this name come so much later. */
  public static Fault delaysPush(String page, Duration by, int times) {
    return new Fault("delay-push", null, quoted(page), null, null, times, 503, by.toMillis());
  }

  /** The next push of Sync to a page with this name comes twice. */
  public static Fault duplicatesPush(String page) {
    return new Fault("duplicate-push", null, quoted(page), null, null, 1, 503, 0);
  }

  private static String quoted(String name) {
    return "^" + Pattern.quote(name) + "$";
  }

  /** The same, about one leg, conference or Sync object alone. */
  public Fault about(String sid) {
    return new Fault(action, method, path, event, sid, skip, times, status, delayMs);
  }

  /** The same, letting so many pass first. */
  public Fault skipping(int first) {
    return new Fault(action, method, path, event, about, first, times, status, delayMs);
  }

  private static void require(boolean good, String field, Object value, String what) {
    if (!good) {
      throw new IllegalArgumentException(field + " is '" + value + "'; it must be " + what);
    }
  }

  private static boolean isOfRest(String action) {
    return action.equals("lag") || action.endsWith("-commit");
  }

  /** Whether the connection breaks instead of an answer. */
  public boolean isReset() {
    return action.startsWith("reset-");
  }

  boolean fitsRequest(String requestMethod, String requestPath) {
    return isOfRest(action)
        && (method == null || method.equals(requestMethod))
        && (path == null || Pattern.compile(path).matcher(requestPath).find())
        && (!action.equals("lag") || requestMethod.equals("GET"));
  }

  /** Whether it is about such a webhook. */
  public boolean fits(Hook hook) {
    return !isOfRest(action)
        && (path == null || Pattern.compile(path).matcher(hook.url()).find())
        && (event == null || event.equals(hook.event()) || event.equals(hook.kind()))
        && (about == null || about.equals(hook.call()) || about.equals(hook.conference()));
  }

  /**
   * What a fault can know of a webhook.
   *
   * @param kind as the journal has it
   * @param event empty for documents
   * @param call SID; may be null
   * @param conference SID; may be null
   */
  public record Hook(String kind, String event, String call, String conference, String url) {}
}
