package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Journal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who and what a journal speaks of, by identifier: legs, conferences, conversations, requests. */
final class Cast {

  final Map<String, ConversationBegan> conversations = new LinkedHashMap<>();
  final Map<String, LegCreated> legs = new LinkedHashMap<>();
  final Map<String, ConferenceOpened> conferences = new LinkedHashMap<>();
  final Map<String, RestSent> requests = new LinkedHashMap<>();
  final Map<String, RestHandled> handled = new LinkedHashMap<>();
  final Map<String, WebhookQueued> webhooks = new LinkedHashMap<>();

  /** Conversation of each party, in order of appearance; null for a party that belongs to none. */
  final Map<String, String> parties = new LinkedHashMap<>();

  /** Legs that ever were bound to, or in, a conference. */
  final Map<String, Set<String>> members = new LinkedHashMap<>();

  /** Legs that a REST request made. */
  final Map<String, Set<String>> legsOfRequest = new LinkedHashMap<>();

  private Cast() {}

  static Cast of(Journal journal) {
    Cast cast = new Cast();
    for (Entry entry : journal) {
      cast.meet(entry);
    }
    return cast;
  }

  private void meet(Entry entry) {
    if (entry.what() instanceof ConversationBegan began) {
      conversations.putIfAbsent(began.conversation(), began);
      party(began.agent(), began.conversation());
      party(began.customer(), began.conversation());
    } else if (entry.what() instanceof PhoneActed acted) {
      party(acted.party(), acted.conversation());
    } else if (entry.what() instanceof LegCreated leg) {
      legs.putIfAbsent(leg.call(), leg);
      party(leg.party(), leg.conversation());
      if (leg.request() != null) {
        legsOfRequest.computeIfAbsent(leg.request(), r -> new LinkedHashSet<>()).add(leg.call());
      }
    } else if (entry.what() instanceof ConferenceOpened opened) {
      conferences.putIfAbsent(opened.conference(), opened);
      member(opened.conference(), opened.call());
    } else if (entry.what() instanceof ParticipantAdded added) {
      member(added.conference(), added.call());
    } else if (entry.what() instanceof ParticipantJoined joined) {
      member(joined.conference(), joined.call());
    } else if (entry.what() instanceof RestSent sent) {
      requests.putIfAbsent(sent.request(), sent);
    } else if (entry.what() instanceof RestHandled answer) {
      handled.putIfAbsent(answer.request(), answer);
    } else if (entry.what() instanceof WebhookQueued queued) {
      webhooks.putIfAbsent(queued.webhook(), queued);
    }
  }

  private void party(String name, String conversation) {
    if (name != null && !name.isEmpty() && parties.get(name) == null) {
      parties.put(name, conversation);
    }
  }

  private void member(String conference, String call) {
    if (call != null) {
      members.computeIfAbsent(conference, c -> new LinkedHashSet<>()).add(call);
    }
  }

  /** A leg in words: whose it is, else the number at its far end, else its short SID. */
  String leg(String call) {
    LegCreated leg = legs.get(call);
    if (leg == null) {
      return Sids.brief(call);
    }
    if (leg.party() != null) {
      return leg.party();
    }
    String number = "inbound".equals(leg.direction()) ? leg.from() : leg.to();
    return number == null || number.isEmpty() ? Sids.brief(call) : number;
  }

  /** The party whose phone a leg is; null when nobody's. */
  String party(String call) {
    LegCreated leg = legs.get(call);
    return leg == null ? null : leg.party();
  }

  /** A conference in words: {@code CF…02 ("call-1")}. */
  String conference(String conference) {
    ConferenceOpened opened = conferences.get(conference);
    return Sids.brief(conference)
        + (opened == null ? "" : " (\"" + Sids.briefIn(opened.name()) + "\")");
  }

  /** The conversation a conference belongs to by its legs; null when by none. */
  String conversationOf(String conference) {
    for (String call : members.getOrDefault(conference, Set.of())) {
      LegCreated leg = legs.get(call);
      if (leg != null && leg.conversation() != null) {
        return leg.conversation();
      }
    }
    return null;
  }

  /** A leg, a conference or another SID in words. */
  String subject(String sid) {
    if (conferences.containsKey(sid)) {
      return conference(sid);
    }
    return legs.containsKey(sid) ? leg(sid) + " (" + Sids.brief(sid) + ")" : Sids.brief(sid);
  }

  /** How many conferences of the same name were opened before this one. */
  int earlierOfSameName(ConferenceOpened opened) {
    int earlier = 0;
    for (ConferenceOpened each : conferences.values()) {
      if (each.conference().equals(opened.conference())) {
        break;
      }
      if (each.name().equals(opened.name())) {
        earlier++;
      }
    }
    return earlier;
  }

  /** Whether any conference of the journal has status callbacks. */
  boolean knowsCallbacks() {
    return conferences.values().stream().anyMatch(each -> !callbackless(each));
  }

  static boolean callbackless(ConferenceOpened opened) {
    return opened.callbackUrl() == null || opened.callbackUrl().isEmpty();
  }
}
