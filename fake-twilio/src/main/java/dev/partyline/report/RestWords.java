package dev.partyline.report;

import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestSent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** REST requests in words. */
final class RestWords {

  private RestWords() {}

  /** The decoded segments of a path, without its query and without {@code .json} at the end. */
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String part : path.replaceFirst("[?#].*$", "").replaceFirst("\\.json$", "").split("/")) {
      if (!part.isEmpty()) {
        segments.add(decoded(part));
      }
    }
    return segments;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return part;
    }
  }

  /** Whether the request could change a call or a conference. */
  static boolean changesCalls(RestSent sent) {
    if (!sent.method().equals("POST") && !sent.method().equals("DELETE")) {
      return false;
    }
    List<String> path = segments(sent.path());
    return path.contains("Calls") || path.contains("Conferences");
  }

  /**
   * What the application has the platform do, to follow "the app": {@code has customer-1 called
   * into "call-1"}.
   */
  static String deed(RestSent sent, Cast cast) {
    List<String> path = segments(sent.path());
    int conferences = path.indexOf("Conferences");
    if (conferences >= 0 && path.size() > conferences + 1) {
      return conferenceDeed(sent, cast, path.subList(conferences + 1, path.size()));
    }
    int calls = path.indexOf("Calls");
    if (calls >= 0) {
      return callDeed(sent, cast, path.subList(calls + 1, path.size()));
    }
    return "sends " + shortly(sent);
  }

  private static String conferenceDeed(RestSent sent, Cast cast, List<String> tail) {
    String room = room(tail.get(0));
    boolean participants = tail.size() > 1 && tail.get(1).equals("Participants");
    if (participants && tail.size() == 2 && sent.method().equals("POST")) {
      return "has " + callee(sent, cast) + " called into " + room;
    }
    if (participants && tail.size() == 3) {
      String who = cast.leg(tail.get(2));
      if (sent.method().equals("DELETE")) {
        return "takes " + who + " out of " + room;
      }
      String hold = sent.params().get("Hold");
      if (hold != null) {
        return hold.equalsIgnoreCase("true")
            ? "puts " + who + " on hold"
            : "takes " + who + " off hold";
      }
      return "changes " + who + " in " + room + settings(sent.params());
    }
    if (tail.size() == 1) {
      return "completed".equalsIgnoreCase(sent.params().get("Status"))
          ? "ends " + room
          : "changes " + room + settings(sent.params());
    }
    return "sends " + shortly(sent);
  }

  private static String callDeed(RestSent sent, Cast cast, List<String> tail) {
    if (tail.isEmpty()) {
      return "has " + callee(sent, cast) + " called";
    }
    String who = cast.leg(tail.get(0));
    if (tail.size() > 1) {
      return "sends " + shortly(sent);
    }
    if (sent.method().equals("DELETE")) {
      return "deletes the record of " + who + "'s call";
    }
    String status = sent.params().get("Status");
    if (status != null) {
      return status.equalsIgnoreCase("canceled")
          ? "cancels " + who + "'s call"
          : "hangs up " + who + "'s call";
    }
    if (sent.params().containsKey("Url")) {
      return "sends " + who + "'s call to " + pathOf(Masks.text(sent.params().get("Url")));
    }
    if (sent.params().containsKey("Twiml")) {
      return "gives " + who + "'s call new TwiML";
    }
    return "changes " + who + "'s call" + settings(sent.params());
  }

  /** What became of a request, to follow its deed; empty when it simply succeeded. */
  static String outcome(RestHandled handled) {
    if (handled == null) {
      return ", which is never carried out";
    }
    if ("before-commit".equals(handled.fault())) {
      return ", but the request fails before it is carried out";
    }
    if ("after-commit".equals(handled.fault())) {
      return ", and is told that it failed";
    }
    if (handled.status() >= 400) {
      String code = handled.code() == 0 ? "" : ", error " + handled.code();
      return ", which is refused (" + handled.status() + code + ")";
    }
    return handled.fault() == null ? "" : " (fault: " + handled.fault() + ")";
  }

  /** Method and the telling end of the path: {@code POST …/Participants}. */
  static String shortly(RestSent sent) {
    List<String> path = segments(Masks.text(sent.path()));
    int from = path.size();
    while (from > 0 && path.size() - from < 3) {
      String segment = path.get(from - 1);
      if (segment.equals("Accounts") || segment.matches("v\\d+|2010-04-01")) {
        break;
      }
      if (from > 1 && path.get(from - 2).equals("Accounts")) {
        break;
      }
      from--;
    }
    List<String> shown = new ArrayList<>();
    for (String segment : path.subList(from, path.size())) {
      shown.add(Sids.briefIn(segment));
    }
    return sent.method() + " " + (from > 0 ? "…/" : "/") + String.join("/", shown);
  }

  /** The path of a URL, without scheme, host and query. */
  static String pathOf(String url) {
    String path =
        url.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "").replaceFirst("[?#].*$", "");
    return path.isEmpty() ? "/" : path;
  }

  private static String room(String nameOrSid) {
    return Sids.looksLikeOne(nameOrSid)
        ? Sids.brief(nameOrSid)
        : "\"" + Sids.briefIn(nameOrSid) + "\"";
  }

  private static String callee(RestSent sent, Cast cast) {
    for (String call : cast.legsOfRequest.getOrDefault(sent.request(), Set.of())) {
      LegCreated leg = cast.legs.get(call);
      if (leg.party() != null) {
        return leg.party();
      }
    }
    String to = sent.params().get("To");
    return to == null ? "somebody" : to;
  }

  private static String settings(Map<String, String> params) {
    List<String> shown = new ArrayList<>();
    params.forEach(
        (name, value) -> {
          if (shown.size() < 3) {
            shown.add(name + "=" + shortened(Masks.value(name, value)));
          }
        });
    return shown.isEmpty() ? "" : " (" + String.join(", ", shown) + ")";
  }

  private static String shortened(String value) {
    return value != null && value.length() > 40 ? value.substring(0, 39) + "…" : value;
  }
}
