package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.AppFailed;
import dev.partyline.journal.Happening.AppListed;
import dev.partyline.journal.Happening.ButtonPressed;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConferenceStarted;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.InstanceStarted;
import dev.partyline.journal.Happening.InstanceStopped;
import dev.partyline.journal.Happening.Leaked;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.Noted;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.PressAnswered;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.PhoneAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What happened at one simulated instant, told as one sentence a cause.
 *
 * <p>Acts (of people, of the application, of faults) open a sentence. Consequences join the
 * sentence of an act that touches the same leg, person, conference or request; those without an act
 * open one of their own, joins before leaves, leaves before the ends of rooms.
 */
final class Instant {

  private final long at;
  private final Cast cast;
  private final Beliefs beliefs;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Entry> consequences = new ArrayList<>();
  private final Set<String> endedHere = new LinkedHashSet<>();

  Instant(long at, Cast cast, Beliefs beliefs) {
    this.at = at;
    this.cast = cast;
    this.beliefs = beliefs;
  }

  /** Adds the next entry of this instant. */
  void add(Entry entry) {
    Happening what = entry.what();
    if (rank(what) >= 0) {
      consequences.add(entry);
      if (what instanceof ConferenceEnded ended) {
        endedHere.add(ended.conference());
      }
      return;
    }
    act(entry);
  }

  /** The lines of this instant, in the order of their first entries. */
  List<Story.Line> lines() {
    consequences.sort(Comparator.comparingInt(entry -> rank(entry.what())));
    consequences.forEach(this::consequence);
    sentences.sort(Comparator.comparingLong(Sentence::seq));
    List<Story.Line> lines = new ArrayList<>();
    for (Sentence sentence : sentences) {
      lines.add(new Story.Line(at, sentence.who(), Masks.text(sentence.text())));
    }
    return lines;
  }

  private void act(Entry entry) {
    Happening what = entry.what();
    if (what instanceof PhoneActed acted) {
      phone(entry, acted);
    } else if (what instanceof RestHandled handled) {
      RestSent sent = cast.requests.get(handled.request());
      if (sent != null && (RestWords.changesCalls(sent) || handled.status() >= 400)) {
        rest(entry, sent, handled);
      }
    } else if (what instanceof RestSent sent) {
      if (!cast.handled.containsKey(sent.request()) && RestWords.changesCalls(sent)) {
        rest(entry, sent, null);
      }
    } else if (what instanceof ConversationBegan began) {
      boolean inbound = began.agent().isEmpty();
      begin(
              entry,
              "",
              inbound
                  ? began.customer() + " calls"
                  : began.agent() + " sets out to reach " + began.customer())
          .touch(party(inbound ? began.customer() : began.agent()))
          .yieldsToAct();
    } else if (what instanceof WebhookLost lost) {
      begin(
          entry, "", WebhookWords.subject(lost.webhook(), cast) + " is lost on its way to the app");
    } else if (what instanceof WebhookFailed failed) {
      String code = failed.code() == 0 ? "" : " (error " + failed.code() + ")";
      begin(
          entry,
          "",
          WebhookWords.subject(failed.webhook(), cast)
              + " gets no usable answer"
              + code
              + (failed.text() == null || failed.text().isEmpty() ? "" : ": " + failed.text()));
    } else if (what instanceof ButtonPressed pressed) {
      String to = String.join(", ", pressed.arguments().values());
      begin(
              entry,
              pressed.party(),
              "presses " + pressed.button() + (to.isEmpty() ? "" : " to " + to))
          .touch(party(pressed.party()));
    } else if (what instanceof PressAnswered answered && !answered.accepted()) {
      begin(entry, "the app", "answers " + answered.press() + ": " + answered.text());
    } else if (what instanceof InstanceStopped stopped) {
      begin(
          entry,
          "the app",
          "dies (instance " + stopped.instance() + ", about to " + stopped.during() + ")");
    } else if (what instanceof InstanceStarted started) {
      begin(entry, "the app", "is started again (instance " + started.instance() + ")");
    } else if (what instanceof AppListed listed && !listed.alert().isEmpty()) {
      begin(entry, "the app", "shows an alert: " + listed.alert());
    } else if (what instanceof AppFailed failed) {
      begin(entry, "the app", "fails: " + failed.error());
    } else if (what instanceof Leaked leaked) {
      begin(entry, "the app", "blocks unseen: " + leaked.what());
    } else if (what instanceof Noted noted && "error".equals(noted.level())) {
      begin(entry, "the platform", "logs error " + noted.code() + ": " + noted.text())
          .touch(noted.call());
    } else if (what instanceof Happening.RoutingEvent event) {
      routing(entry, RoutingWords.of(event, cast));
    } else if (what instanceof Happening.InstructionStep step) {
      routing(entry, RoutingWords.of(step, cast));
    } else if (what instanceof AppBelieved belief && beliefs.telling(entry)) {
      begin(entry, "the app", "takes " + cast.leg(belief.call()) + " to be " + belief.status());
    }
  }

  private void routing(Entry entry, String words) {
    if (words != null) {
      begin(entry, "", words);
    }
  }

  private void phone(Entry entry, PhoneActed acted) {
    if (acted.action().equals(PhoneAction.RINGS)) {
      return;
    }
    ConversationBegan began = cast.conversations.get(acted.conversation());
    boolean outward =
        acted.action().equals(PhoneAction.DIALS)
            && began != null
            && acted.party().equals(began.agent());
    sentences.removeIf(
        sentence -> sentence.yields() && sentence.touches(Set.of(party(acted.party()))));
    String who = acted.party() == null ? cast.leg(acted.call()) : acted.party();
    begin(entry, who, acted.action() + (outward ? " " + began.customer() : ""))
        .touch(acted.call())
        .touch(party(acted.party()));
  }

  private void rest(Entry entry, RestSent sent, RestHandled handled) {
    Sentence sentence =
        begin(entry, "the app", RestWords.deed(sent, cast) + RestWords.outcome(handled));
    RestWords.segments(sent.path()).stream().filter(Sids::looksLikeOne).forEach(sentence::touch);
    for (String call : cast.legsOfRequest.getOrDefault(sent.request(), Set.of())) {
      sentence.touch(call).touch(party(cast.party(call)));
    }
  }

  private Sentence begin(Entry entry, String who, String text) {
    Sentence sentence = new Sentence(entry.seq(), who, text, rank(entry.what()) < 0);
    sentences.add(sentence);
    return sentence;
  }

  private void consequence(Entry entry) {
    Happening what = entry.what();
    Set<String> touched = Scope.sids(what);
    for (String sid : List.copyOf(touched)) {
      if (cast.party(sid) != null) {
        touched.add(party(cast.party(sid)));
      }
    }
    Sentence host = host(entry.seq(), touched);
    if (what instanceof ParticipantJoined joined) {
      String room = room(joined.conference());
      if (host == null) {
        begin(entry, cast.leg(joined.call()), "joins " + room).touchAll(touched);
      } else {
        host.then(cast.leg(joined.call()), "joins " + room).touchAll(touched);
      }
    } else if (what instanceof ParticipantLeft left) {
      left(entry, left, host, touched);
    } else if (what instanceof ConferenceOpened opened) {
      if (host == null) {
        begin(entry, "", made(opened)).touchAll(touched);
      } else {
        host.namely(made(opened)).touchAll(touched);
      }
    } else if (what instanceof ConferenceStarted && host != null && !host.act()) {
      host.then("", "the conference starts");
    } else if (what instanceof ConferenceEnded ended) {
      ended(entry, ended, host, touched);
    } else if (what instanceof LegStatus status && host == null) {
      String end = status.status().equals("completed") ? "ends" : "ends as " + status.status();
      begin(entry, cast.leg(status.call()) + "'s call", end + cause(status.by())).touchAll(touched);
    }
  }

  private void left(Entry entry, ParticipantLeft left, Sentence host, Set<String> touched) {
    boolean sweptOut = endedHere.contains(left.conference()) && swept(left.reason());
    Set<String> self = new LinkedHashSet<>(touched);
    self.remove(left.conference());
    if (host != null && (sweptOut || host.act() && host.touches(self))) {
      host.touchAll(touched);
      return;
    }
    String room = Sids.brief(left.conference());
    String text =
        switch (String.valueOf(left.reason())) {
          case "participant_add_failed" -> "never gets into " + room;
          case "participant_updated_via_api" -> "is taken out of " + room;
          case "moderator_ended_conference", "conference_ended_via_api" -> "is put out of " + room;
          default -> "leaves " + room;
        };
    if (host == null) {
      begin(entry, cast.leg(left.call()), text).touchAll(touched);
    } else {
      host.then(cast.leg(left.call()), text).touchAll(touched);
    }
  }

  private void ended(Entry entry, ConferenceEnded ended, Sentence host, Set<String> touched) {
    String room = Sids.brief(ended.conference());
    String text =
        switch (String.valueOf(ended.reason())) {
          case "last-participant-left", "last-participant-kicked" -> room + " is empty and ends";
          case "conference-ended-via-api" ->
              host != null && host.act() ? null : room + " is ended by the app";
          default -> room + " ends with that, for everybody in it";
        };
    if (host == null) {
      begin(entry, "", text).touchAll(touched);
    } else {
      if (text != null) {
        host.then("", text);
      }
      host.touchAll(touched);
    }
  }

  /** The sentence a consequence belongs to: the latest act before it, else any that touches it. */
  private Sentence host(long seq, Set<String> touched) {
    Sentence best = null;
    for (Sentence sentence : sentences) {
      if (!sentence.touches(touched)) {
        continue;
      }
      boolean before = sentence.act() && sentence.seq() < seq;
      if (best == null || before && (!best.act() || sentence.seq() > best.seq())) {
        best = sentence;
      }
    }
    return best;
  }

  private String made(ConferenceOpened opened) {
    int earlier = cast.earlierOfSameName(opened);
    String sid = Sids.brief(opened.conference());
    String which =
        switch (earlier) {
          case 0 -> "conference " + sid + " is made";
          case 1 -> "a second conference " + sid + " of that name is made";
          default -> "yet another conference " + sid + " of that name is made";
        };
    boolean silent = Cast.callbackless(opened) && cast.knowsCallbacks();
    return which + (silent ? ", without status callbacks" : "");
  }

  private String room(String conference) {
    ConferenceOpened opened = cast.conferences.get(conference);
    return opened == null ? Sids.brief(conference) : "\"" + Sids.briefIn(opened.name()) + "\"";
  }

  private static String cause(String by) {
    return switch (by == null ? "" : by) {
      case "rest" -> ", ended by the app";
      case "twiml" -> " with its TwiML";
      case "timeout" -> ": its time is up";
      case "platform" -> ", ended by the platform";
      default -> "";
    };
  }

  private static boolean swept(String reason) {
    return "moderator_ended_conference".equals(reason) || "conference_ended_via_api".equals(reason);
  }

  private static String party(String name) {
    return "party:" + name;
  }

  /** Order in which consequences are told; negative for what is none. */
  private static int rank(Happening what) {
    if (what instanceof ParticipantJoined) {
      return 0;
    }
    if (what instanceof ParticipantLeft) {
      return 1;
    }
    if (what instanceof ConferenceOpened) {
      return 2;
    }
    if (what instanceof ConferenceStarted) {
      return 3;
    }
    if (what instanceof ConferenceEnded) {
      return 4;
    }
    return what instanceof LegStatus status && LegLife.over(status.status()) ? 5 : -1;
  }
}
