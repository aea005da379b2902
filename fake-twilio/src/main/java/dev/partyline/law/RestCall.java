package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestSent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A REST request of the application, with what became of it. */
final class RestCall {

  private static final Pattern TARGET = Pattern.compile("C[AF][0-9a-f]{32}");

  final Entry at;
  final RestSent sent;

  /** What the platform made of it; null while it has not come there. */
  RestHandled handled;

  /** When its answer came; null when it never did. */
  Entry returned;

  RestCall(Entry at, RestSent sent) {
    this.at = at;
    this.sent = sent;
  }

  /** Whether it is to change something. */
  boolean isCommand() {
    return !"GET".equals(sent.method());
  }

  boolean failed() {
    return handled != null && (handled.status() >= 400 || handled.fault() != null);
  }

  /** Calls and conferences that its path names, in order. */
  List<String> targets() {
    List<String> found = new ArrayList<>(2);
    String path = sent.path();
    // by hand first, for most of what a path has is not a SID
    for (int at = path.indexOf('C'); at >= 0; at = path.indexOf('C', at + 1)) {
      boolean like = path.startsWith("A", at + 1) || path.startsWith("F", at + 1);
      Matcher sid = like ? TARGET.matcher(path).region(at, path.length()) : null;
      if (like && sid.lookingAt()) {
        found.add(sid.group());
      }
    }
    return found;
  }

  /** Conversations of what its path names; empty when that is not known. */
  Set<Conversation> aimedAt(Run run) {
    Set<Conversation> aims = new LinkedHashSet<>();
    for (String sid : targets()) {
      CallLeg leg = run.legs.get(sid);
      if (leg != null && leg.conversation != null && !leg.supervising) {
        aims.add(leg.conversation);
      }
      Conference conference = run.conferences.get(sid);
      if (conference != null) {
        for (Participation stay : conference.participations) {
          if (stay.leg.conversation != null) {
            aims.add(stay.leg.conversation);
          }
        }
      }
    }
    return aims;
  }

  /**
   * The conversation on whose behalf it was sent: that of the webhook or the press whose task sent
   * it; null when neither is known, as for what an application does by itself.
   */
  Conversation cause(Run run) {
    String task = task();
    Webhook webhook = run.webhooks.get(task);
    if (webhook != null && webhook.queued != null) {
      CallLeg leg = run.legs.get(String.valueOf(webhook.queued.call()));
      if (leg != null && leg.conversation != null) {
        return leg.conversation;
      }
      Conference room = run.conferences.get(String.valueOf(webhook.queued.conference()));
      return room == null || room.participations.isEmpty()
          ? null
          : room.participations.get(0).leg.conversation;
    }
    Press press = run.presses.get(task);
    return press == null ? null : run.conversations.get(press.pressed.conversation());
  }

  /** What began the task: the name without what timers and further tasks add to it. */
  String task() {
    String task = sent.fiber();
    for (String added : List.of(".timer", "#")) {
      int cut = task.indexOf(added);
      task = cut < 0 ? task : task.substring(0, cut);
    }
    // the name of a webhook may have a task of TaskRouter in it, but does not end with one
    while (task.endsWith(".task")) {
      task = task.substring(0, task.length() - ".task".length());
    }
    return task;
  }

  /** {@code rest-3 (POST /Calls/CA…01.json)}. */
  String describe() {
    StringBuilder path = new StringBuilder();
    Matcher sid = TARGET.matcher(Wording.path(sent.path()));
    while (sid.find()) {
      sid.appendReplacement(path, Matcher.quoteReplacement(Wording.sid(sid.group())));
    }
    sid.appendTail(path);
    return "request " + sent.request() + " (" + sent.method() + " " + path + ")";
  }
}
