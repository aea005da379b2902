package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The lifelines of a sequence diagram from left to right: for each conversation its phones and its
 * conferences, then the platform and the application.
 */
final class Lifelines {

  static final int AXIS = 92;
  static final int PHONE_WIDTH = 132;
  static final int CONFERENCE_WIDTH = 124;
  private static final int GROUP_GAP = 26;
  private static final int PLATFORM_LEAD = 118;
  private static final int APP_LEAD = 330;
  private static final int TAIL = 262;
  private static final int LANES_BEFORE_REUSE = 4;

  /** What a lifeline stands for. */
  enum Kind {
    PHONE,
    CONFERENCE,
    PLATFORM,
    APP
  }

  /** One lifeline; several conferences may follow each other on one. */
  record Line(Kind kind, String title, String below, int x) {}

  /** The span of a conversation's lifelines; title is null for what belongs to none. */
  record Group(String title, int left, int right) {}

  private final Cast cast;
  private final List<Line> lines = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, String> homes = new LinkedHashMap<>();
  private final Map<String, Integer> parties = new LinkedHashMap<>();
  private final Map<String, Integer> loneLegs = new LinkedHashMap<>();
  private final Map<String, Integer> conferences = new LinkedHashMap<>();
  private int cursor = AXIS;

  /** Lays out everything that the scope covers. */
  Lifelines(Journal journal, Cast cast, Scope scope) {
    this.cast = cast;
    Map<String, Long> ends = new LinkedHashMap<>();
    Map<String, Long> starts = new LinkedHashMap<>();
    for (Entry entry : journal) {
      if (entry.what() instanceof ConferenceEnded ended) {
        ends.putIfAbsent(ended.conference(), entry.seq());
      } else if (entry.what() instanceof ConferenceOpened opened) {
        starts.putIfAbsent(opened.conference(), entry.seq());
      }
    }
    for (ConversationBegan began : cast.conversations.values()) {
      if (scope.covers(began)) {
        if (!began.agent().isEmpty()) {
          homes.putIfAbsent(began.agent(), began.conversation());
        }
        homes.putIfAbsent(began.customer(), began.conversation());
      }
    }
    cast.parties.forEach(homes::putIfAbsent);
    List<String> conversations = new ArrayList<>(cast.conversations.keySet());
    for (String conversation : homes.values()) {
      if (conversation != null && !conversations.contains(conversation)) {
        conversations.add(conversation);
      }
    }
    conversations.add(null);
    for (String conversation : conversations) {
      group(conversation, scope, starts, ends);
    }
    cursor += PLATFORM_LEAD;
    lines.add(new Line(Kind.PLATFORM, "the platform", "fake Twilio", cursor));
    cursor += APP_LEAD;
    lines.add(new Line(Kind.APP, "the application", "under test", cursor));
    cursor += TAIL;
  }

  private void group(
      String conversation, Scope scope, Map<String, Long> starts, Map<String, Long> ends) {
    int left = cursor;
    homes.forEach(
        (party, of) -> {
          if (Objects.equals(of, conversation) && covers(scope, party, of)) {
            parties.put(party, add(Kind.PHONE, party, role(party, of), PHONE_WIDTH));
          }
        });
    for (LegCreated leg : cast.legs.values()) {
      boolean lone = leg.party() == null && Objects.equals(leg.conversation(), conversation);
      if (lone && scope.covers(leg)) {
        String number = "outbound-dial".equals(leg.direction()) ? leg.to() : leg.from();
        loneLegs.put(leg.call(), add(Kind.PHONE, cast.leg(leg.call()), number, PHONE_WIDTH));
      }
    }
    List<String> lastOfLane = new ArrayList<>();
    List<Integer> laneX = new ArrayList<>();
    for (ConferenceOpened opened : cast.conferences.values()) {
      String conference = opened.conference();
      boolean here = Objects.equals(cast.conversationOf(conference), conversation);
      if (!here || !scope.covers(opened)) {
        continue;
      }
      int lane = freeLane(lastOfLane, starts.get(conference), ends);
      if (lane < 0) {
        lastOfLane.add(conference);
        laneX.add(
            add(
                Kind.CONFERENCE,
                Sids.brief(conference),
                "\"" + Sids.briefIn(opened.name()) + "\"",
                CONFERENCE_WIDTH));
        conferences.put(conference, laneX.get(laneX.size() - 1));
      } else {
        lastOfLane.set(lane, conference);
        conferences.put(conference, laneX.get(lane));
      }
    }
    if (cursor > left) {
      groups.add(new Group(conversation, left, cursor));
      cursor += GROUP_GAP;
    }
  }

  private boolean covers(Scope scope, String party, String conversation) {
    return scope.everything()
        || scope.covers(new ConversationBegan(conversation, party, party))
        || cast.legs.values().stream()
            .anyMatch(leg -> party.equals(leg.party()) && scope.covers(leg));
  }

  private static int freeLane(List<String> lastOfLane, long start, Map<String, Long> ends) {
    if (lastOfLane.size() < LANES_BEFORE_REUSE) {
      return -1;
    }
    for (int lane = 0; lane < lastOfLane.size(); lane++) {
      Long end = ends.get(lastOfLane.get(lane));
      if (end != null && end < start) {
        return lane;
      }
    }
    return -1;
  }

  private int add(Kind kind, String title, String below, int width) {
    int x = cursor + width / 2;
    lines.add(new Line(kind, title, below, x));
    cursor += width;
    return x;
  }

  private String role(String party, String conversation) {
    ConversationBegan began = cast.conversations.get(conversation);
    if (began == null) {
      return "phone";
    }
    return party.equals(began.agent())
        ? "agent"
        : party.equals(began.customer()) ? "customer" : "phone";
  }

  List<Line> lines() {
    return lines;
  }

  List<Group> groups() {
    return groups;
  }

  int width() {
    return cursor;
  }

  /** Middle of a party's lifeline; negative when it has none. */
  int ofParty(String party) {
    return parties.getOrDefault(party, -1);
  }

  /** Middle of the lifeline of a leg's phone; negative when it has none. */
  int ofLeg(String call) {
    String party = cast.party(call);
    return party != null ? ofParty(party) : loneLegs.getOrDefault(call, -1);
  }

  /** Middle of a conference's lifeline; negative when it has none. */
  int ofConference(String conference) {
    return conferences.getOrDefault(conference, -1);
  }

  int platform() {
    return lines.get(lines.size() - 2).x();
  }

  int app() {
    return lines.get(lines.size() - 1).x();
  }
}
