package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.PhoneAction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How violations name times, people, calls and conferences in their sentences. */
final class Wording {

  private static final int SID_LENGTH = 34;
  private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-f]{32}");

  private Wording() {}

  /** Milliseconds as seconds, with as many decimals as needed: {@code 0.9 s}. */
  static String seconds(long ms) {
    StringBuilder text = new StringBuilder().append(ms / 1000);
    long rest = Math.abs(ms % 1000);
    if (rest != 0) {
      String decimals = Long.toString(1000 + rest).substring(1);
      int length = 3;
      while (decimals.charAt(length - 1) == '0') {
        length--;
      }
      text.append('.').append(decimals, 0, length);
    }
    return text.append(" s").toString();
  }

  /** {@code until 1.4 s}, or {@code for ever}. */
  static String until(long until) {
    return until == Violation.FOR_EVER ? "for ever" : "until " + seconds(until);
  }

  /** {@code from 0.9 s until 1.4 s}, or {@code from 0.9 s for ever}. */
  static String span(long since, long until) {
    return "from " + seconds(since) + " " + until(until);
  }

  /**
   * A SID as its two letters and the two to four last digits that count: {@code CF…02}; anything
   * else as it is.
   */
  static String sid(String sid) {
    if (sid == null || sid.length() != SID_LENGTH) {
      return String.valueOf(sid);
    }
    int from = SID_LENGTH - 4;
    while (from < SID_LENGTH - 2 && sid.charAt(from) == '0') {
      from++;
    }
    return sid.substring(0, 2) + "…" + sid.substring(from);
  }

  /** {@code CF…02 ("call-1")}. */
  static String room(Conference conference) {
    String sid = sid(conference.sid);
    return conference.name == null ? sid : sid + " (\"" + within(conference.name) + "\")";
  }

  /** A name with the SIDs in it shortened: rooms are often named after a call. */
  private static String within(String name) {
    if (name.length() < SID_LENGTH) {
      return name;
    }
    Matcher found = SID.matcher(name);
    StringBuilder text = new StringBuilder();
    while (found.find()) {
      found.appendReplacement(text, Matcher.quoteReplacement(sid(found.group())));
    }
    return found.appendTail(text).toString();
  }

  /** The person whose phone it is, or else the leg. */
  static String who(CallLeg leg) {
    return leg.party() != null ? leg.party() : "call " + sid(leg.sid);
  }

  /** {@code customer-1's call CA…02}, or {@code call CA…02} when it is nobody's. */
  static String call(CallLeg leg) {
    return leg.party() != null ? leg.party() + "'s call " + sid(leg.sid) : "call " + sid(leg.sid);
  }

  /** How a leg ended: {@code customer-1 was busy}. */
  static String ending(CallLeg leg) {
    String who = who(leg);
    switch (leg.end.status()) {
      case "busy":
        return who + " was busy";
      case "no-answer":
        return who + " did not answer";
      case "failed":
        return leg.answered == null ? who + " could not be reached" : call(leg) + " failed";
      case "canceled":
        return call(leg) + " was canceled";
      default:
        return "far-end".equals(leg.end.by())
            ? who + " hung up"
            : call(leg) + " was ended " + cause(leg.end.by());
    }
  }

  /** What {@link LegStatus} names as the cause, as an adverb. */
  static String cause(String by) {
    switch (String.valueOf(by)) {
      case "far-end":
        return "by the far end";
      case "rest":
        return "by a REST request";
      case "twiml":
        return "by its TwiML";
      case "conference":
        return "by its conference";
      case "timeout":
        return "by a time limit";
      default:
        return "by the platform";
    }
  }

  /** What closed a conversation and when: {@code agent-1 hung up at 5 s}. */
  static String closing(Closing closing) {
    String what = closing.leg != null ? ending(closing.leg) : act((PhoneActed) closing.over.what());
    return what + " at " + seconds(closing.over.at());
  }

  /** A REST path from behind the account on: {@code /Calls.json}. */
  static String path(String path) {
    int account = path.indexOf("/Accounts/");
    int rest = account < 0 ? -1 : path.indexOf('/', account + "/Accounts/".length());
    return rest < 0 ? path : path.substring(rest);
  }

  /** The time at which an entry was written, as {@link #seconds}. */
  static String at(Entry entry) {
    return seconds(entry.at());
  }

  private static String act(PhoneActed act) {
    boolean button = PhoneAction.PRESSES_HANG_UP.equals(act.action());
    return act.party() + (button ? " pressed hang-up" : " hung up");
  }
}
