package dev.partyline.report;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.ButtonPressed;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConferenceStarted;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.Noted;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestReturned;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.VerbBegan;
import dev.partyline.journal.Happening.WebhookAnswered;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Happening.WebhookSent;
import dev.partyline.law.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which happenings concern a violation: those of its conversation (of its parties when it names no
 * conversation), its legs and conferences, and whatever is not tied to any conversation.
 */
final class Scope {

  private final Cast cast;
  private final boolean everything;
  private final Set<String> conversations = new LinkedHashSet<>();
  private final Set<String> parties = new LinkedHashSet<>();
  private final Set<String> sids = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  private Scope(Cast cast, boolean everything) {
    this.cast = cast;
    this.everything = everything;
  }

  /** The scope of a violation; null, or a violation that names nothing, takes in the whole run. */
  static Scope of(Cast cast, Violation violation) {
    boolean everything =
        violation == null
            || cast.conversations.size() <= 1
            || violation.conversation() == null
                && violation.parties().isEmpty()
                && violation.subjects().isEmpty();
    Scope scope = new Scope(cast, everything);
    if (!everything) {
      if (violation.conversation() != null) {
        scope.conversations.add(violation.conversation());
      } else {
        scope.parties.addAll(violation.parties());
      }
      scope.sids.addAll(violation.subjects());
      scope.spread();
    }
    return scope;
  }

  /** The scope of whole conversations; all of them, or none known, takes in the whole run. */
  static Scope of(Cast cast, Set<String> conversations) {
    Scope scope = new Scope(cast, conversations.containsAll(cast.conversations.keySet()));
    if (!scope.everything) {
      scope.conversations.addAll(conversations);
      scope.spread();
    }
    return scope;
  }

  /** From conversations and parties to their legs, to their rooms, to everybody in those. */
  private void spread() {
    for (LegCreated leg : cast.legs.values()) {
      if (conversations.contains(leg.conversation()) || parties.contains(leg.party())) {
        sids.add(leg.call());
      }
    }
    cast.members.forEach(
        (conference, calls) -> {
          if (calls.stream().anyMatch(sids::contains)) {
            sids.add(conference);
          }
        });
    for (String conference : List.copyOf(sids)) {
      sids.addAll(cast.members.getOrDefault(conference, Set.of()));
    }
    for (ConferenceOpened opened : cast.conferences.values()) {
      if (sids.contains(opened.conference())) {
        names.add(opened.name());
      }
    }
  }

  /** Whether the scope is the whole run. */
  boolean everything() {
    return everything;
  }

  /** Whether this belongs to what the violation is about. */
  boolean covers(Happening what) {
    if (everything) {
      return true;
    }
    if (what instanceof ConversationBegan began) {
      return conversations.contains(began.conversation())
          || parties.contains(began.agent())
          || parties.contains(began.customer());
    }
    if (what instanceof PhoneActed acted) {
      return conversations.contains(acted.conversation()) || parties.contains(acted.party());
    }
    if (what instanceof ButtonPressed pressed) {
      return conversations.contains(pressed.conversation()) || parties.contains(pressed.party());
    }
    String request = request(what);
    if (request != null) {
      return coversRequest(request);
    }
    String webhook = webhook(what);
    if (webhook != null) {
      WebhookQueued queued = cast.webhooks.get(webhook);
      return queued != null && (sids.contains(queued.call()) || sids.contains(queued.conference()));
    }
    Set<String> touched = sids(what);
    return touched.isEmpty() || touched.stream().anyMatch(sids::contains);
  }

  private boolean coversRequest(String request) {
    if (cast.legsOfRequest.getOrDefault(request, Set.of()).stream().anyMatch(sids::contains)) {
      return true;
    }
    RestSent sent = cast.requests.get(request);
    return sent != null
        && RestWords.segments(sent.path()).stream()
            .anyMatch(segment -> sids.contains(segment) || names.contains(segment));
  }

  /** The legs and conferences that a happening names itself. */
  static Set<String> sids(Happening what) {
    Set<String> touched = new LinkedHashSet<>();
    if (what instanceof PhoneActed each) {
      touched.add(each.call());
    } else if (what instanceof LegCreated each) {
      touched.add(each.call());
    } else if (what instanceof LegStatus each) {
      touched.add(each.call());
    } else if (what instanceof ConferenceOpened each) {
      touched.add(each.conference());
      touched.add(each.call());
    } else if (what instanceof ConferenceStarted each) {
      touched.add(each.conference());
    } else if (what instanceof ConferenceEnded each) {
      touched.add(each.conference());
      touched.add(each.call());
    } else if (what instanceof ParticipantAdded each) {
      touched.add(each.conference());
      touched.add(each.call());
    } else if (what instanceof ParticipantJoined each) {
      touched.add(each.conference());
      touched.add(each.call());
    } else if (what instanceof ParticipantLeft each) {
      touched.add(each.conference());
      touched.add(each.call());
    } else if (what instanceof VerbBegan each) {
      touched.add(each.call());
    } else if (what instanceof Noted each) {
      touched.add(each.call());
    } else if (what instanceof AppBelieved each) {
      touched.add(each.call());
    } else if (what instanceof Happening.RoutingEvent each) {
      touched.add(each.call());
    } else if (what instanceof Happening.InstructionStep each) {
      touched.add(each.call());
    }
    touched.remove(null);
    return touched;
  }

  /** The REST request a happening is a step of; null when it is none. */
  static String request(Happening what) {
    if (what instanceof RestSent each) {
      return each.request();
    }
    if (what instanceof RestHandled each) {
      return each.request();
    }
    return what instanceof RestReturned each ? each.request() : null;
  }

  /** The webhook a happening is a step of; null when it is none. */
  static String webhook(Happening what) {
    if (what instanceof WebhookQueued each) {
      return each.webhook();
    }
    if (what instanceof WebhookSent each) {
      return each.webhook();
    }
    if (what instanceof WebhookAnswered each) {
      return each.webhook();
    }
    if (what instanceof WebhookFailed each) {
      return each.webhook();
    }
    return what instanceof WebhookLost each ? each.webhook() : null;
  }
}
