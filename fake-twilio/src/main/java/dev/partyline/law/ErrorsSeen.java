package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.AppListed;
import dev.partyline.journal.Happening.WebhookAnswered;
import java.util.List;

/**
 * ERRORS-SEEN: no failed REST command is forgotten.
 *
 * <p>Within the limit something must come of it: it is repeated or its object looked at or changed,
 * or it has become moot because its leg, conference, reservation or conversation is over, or people
 * are told: the press that caused it is refused, the call list shows an alert, or the agent hears a
 * sentence.
 */
public final class ErrorsSeen implements RunLaw {

  private final long limitMs;

  /** With the standard limit. */
  public ErrorsSeen() {
    this(Laws.STANDARD_LIMIT_MS);
  }

  /**
   * With a limit of one's own.
   *
   * @param limitMs how long the application may take, in simulated milliseconds
   */
  public ErrorsSeen(long limitMs) {
    this.limitMs = limitMs;
  }

  @Override
  public String id() {
    return "ERRORS-SEEN";
  }

  @Override
  public String sentence() {
    return "A REST command that failed is repeated, looked after, made up for or shown within "
        + Wording.seconds(limitMs)
        + ".";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    for (RestCall call : run.requests.values()) {
      if (call.isCommand() && call.failed() && call.returned != null) {
        breaches.exercised();
        judge(run, call, breaches);
      }
    }
    return breaches.verdict();
  }

  private void judge(Run run, RestCall call, Breaches breaches) {
    long failedAt = call.returned.at();
    long limit = failedAt + limitMs;
    if (!run.outlasts(Run.OPEN, limit)
        || moot(run, call, limit)
        || takenUp(run, call, limit)
        || shown(run, call, limit)) {
      return;
    }
    Conversation conversation = conversation(run, call);
    breaches.add(
        new Violation(
            id(),
            limit,
            failedAt,
            Run.OPEN,
            conversation == null ? null : conversation.name,
            conversation == null ? List.of() : conversation.parties(),
            call.targets(),
            call.describe()
                + " failed at "
                + Wording.seconds(failedAt)
                + " with "
                + call.handled.status()
                + (call.handled.code() == 0 ? "" : "/" + call.handled.code())
                + " and nothing came of it: it was not repeated, nobody looked after it and nobody"
                + " was told"));
  }

  /** Whether what it was about is over in time, so that it need not be done any more. */
  private static boolean moot(Run run, RestCall call, long limit) {
    for (String sid : call.targets()) {
      CallLeg leg = run.legs.get(sid);
      Conference room = run.conferences.get(sid);
      if ((leg != null && Run.at(leg.ended) <= limit)
          || (room != null && Run.at(room.ended) <= limit)) {
        return true;
      }
    }
    for (String reservation : run.settled.keySet()) {
      if (call.sent.path().contains(reservation) && Run.at(run.settled.get(reservation)) <= limit) {
        return true;
      }
    }
    Conversation conversation = conversation(run, call);
    if (conversation == null || conversation.legs.isEmpty()) {
      return conversation == null && call.targets().isEmpty();
    }
    for (CallLeg leg : conversation.legs) {
      if (Run.at(leg.ended) > limit) {
        return false;
      }
    }
    return true;
  }

  /** Whether a later request is about the same thing, or about what holds it. */
  private static boolean takenUp(Run run, RestCall call, long limit) {
    String path = stem(call.sent.path());
    for (RestCall later : run.requests.values()) {
      if (later.at.seq() > call.returned.seq() && later.at.at() <= limit) {
        String other = stem(later.sent.path());
        if (path.startsWith(other) || other.startsWith(path)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String stem(String path) {
    String bare = path.endsWith(".json") ? path.substring(0, path.length() - 5) : path;
    return bare + "/";
  }

  private static boolean shown(Run run, RestCall call, long limit) {
    Press press = run.presses.get(call.task());
    if (press != null && press.refused()) {
      return true;
    }
    Conversation conversation = conversation(run, call);
    for (Entry entry : run.journal) {
      if (entry.seq() > call.returned.seq() && entry.at() <= limit) {
        if (entry.what() instanceof AppListed listed
            && !listed.alert().isEmpty()
            && isOf(run, conversation, listed)) {
          return true;
        }
        if (entry.what() instanceof WebhookAnswered answered
            && answered.body() != null
            && answered.body().contains("<Say")
            && isOf(run, conversation, run.webhooks.get(answered.webhook()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOf(Run run, Conversation conversation, AppListed listed) {
    for (String sid : listed.people().keySet()) {
      CallLeg leg = run.legs.get(sid);
      if (conversation == null || (leg != null && leg.conversation == conversation)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Run run, Conversation conversation, Webhook webhook) {
    if (conversation == null || webhook == null || webhook.queued == null) {
      return conversation == null;
    }
    CallLeg leg = run.legs.get(String.valueOf(webhook.queued.call()));
    return leg != null && leg.conversation == conversation;
  }

  private static Conversation conversation(Run run, RestCall call) {
    for (Conversation aimed : call.aimedAt(run)) {
      return aimed;
    }
    return call.cause(run);
  }
}
