package dev.partyline.report;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.AnswererDetected;
import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.AppFailed;
import dev.partyline.journal.Happening.AppListed;
import dev.partyline.journal.Happening.AppUnlisted;
import dev.partyline.journal.Happening.BeepHeard;
import dev.partyline.journal.Happening.ButtonPressed;
import dev.partyline.journal.Happening.ChoiceTaken;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConferenceStarted;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.HearingChanged;
import dev.partyline.journal.Happening.InstanceStarted;
import dev.partyline.journal.Happening.InstanceStopped;
import dev.partyline.journal.Happening.Intended;
import dev.partyline.journal.Happening.Leaked;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegDialled;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.LegsBridged;
import dev.partyline.journal.Happening.LegsParted;
import dev.partyline.journal.Happening.MessagePassed;
import dev.partyline.journal.Happening.Noted;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantChanged;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.PressAnswered;
import dev.partyline.journal.Happening.QueueJoined;
import dev.partyline.journal.Happening.QueueLeft;
import dev.partyline.journal.Happening.RecordingBegan;
import dev.partyline.journal.Happening.RecordingMoved;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestReturned;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.RunBegan;
import dev.partyline.journal.Happening.RunFinished;
import dev.partyline.journal.Happening.SoftphoneTold;
import dev.partyline.journal.Happening.VerbBegan;
import dev.partyline.journal.Happening.VoiceDelay;
import dev.partyline.journal.Happening.WebhookAnswered;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Happening.WebhookSent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Every entry of a journal as one plain sentence, for the table of all entries and for hints. */
final class EntryWords {

  /** Words for one kind of happening, and the colour family its rows and marks have. */
  private record Kind(String family, BiFunction<Happening, Cast, String> words) {}

  private static final Map<Class<?>, Kind> KINDS = new LinkedHashMap<>();

  static {
    say(
        RunBegan.class,
        "run",
        (w, c) -> w.subject() + " plays " + w.story() + ", seed " + w.seed());
    say(
        ChoiceTaken.class,
        "choice",
        (w, c) -> w.name() + " = " + w.value() + (w.standard() ? "" : " (unusual)"));
    say(
        ConversationBegan.class,
        "phone",
        (w, c) ->
            w.conversation()
                + ": "
                + (w.agent().isEmpty()
                    ? w.customer() + " calls"
                    : w.agent() + " sets out to reach " + w.customer()));
    say(PhoneActed.class, "phone", (w, c) -> w.party() + " " + w.action());
    say(
        LegCreated.class,
        "leg",
        (w, c) ->
            "call leg "
                + Sids.brief(w.call())
                + " of "
                + c.leg(w.call())
                + " is made, "
                + w.direction());
    say(
        LegStatus.class,
        "leg",
        (w, c) -> c.leg(w.call()) + "'s call is " + w.status() + sip(w.sip()) + ", by " + w.by());
    say(ConferenceOpened.class, "conference", EntryWords::opened);
    say(
        ConferenceStarted.class,
        "conference",
        (w, c) -> c.conference(w.conference()) + " is in-progress");
    say(
        ConferenceEnded.class,
        "conference",
        (w, c) -> c.conference(w.conference()) + " ends: " + reason(w.reason()));
    say(
        ParticipantAdded.class,
        "conference",
        (w, c) ->
            c.leg(w.call()) + " is bound to " + c.conference(w.conference()) + " and being called");
    say(
        ParticipantJoined.class,
        "conference",
        (w, c) -> c.leg(w.call()) + " joins " + c.conference(w.conference()));
    say(
        ParticipantLeft.class,
        "conference",
        (w, c) ->
            c.leg(w.call())
                + " leaves "
                + c.conference(w.conference())
                + ": "
                + reason(w.reason()));
    say(
        RestSent.class,
        "rest",
        (w, c) -> "the app sends " + RestWords.shortly(w) + " (" + w.request() + ")");
    say(RestHandled.class, "rest", EntryWords::handled);
    say(
        RestReturned.class,
        "rest",
        (w, c) -> "the app gets " + w.status() + " for " + request(w.request(), c));
    say(
        WebhookQueued.class,
        "webhook",
        (w, c) -> "to be sent: " + WebhookWords.subject(w.webhook(), c) + " (" + w.webhook() + ")");
    say(
        WebhookSent.class,
        "webhook",
        (w, c) -> "the app gets " + WebhookWords.subject(w.webhook(), c) + attempt(w.attempt()));
    say(
        WebhookAnswered.class,
        "webhook",
        (w, c) ->
            "the app answers "
                + WebhookWords.subject(w.webhook(), c)
                + " with "
                + w.status()
                + " after "
                + Times.exact(w.tookMs()));
    say(
        WebhookFailed.class,
        "webhook",
        (w, c) ->
            WebhookWords.subject(w.webhook(), c)
                + " fails with "
                + w.code()
                + ": "
                + w.text()
                + attempt(w.attempt()));
    say(WebhookLost.class, "webhook", (w, c) -> WebhookWords.subject(w.webhook(), c) + " is lost");
    say(
        VerbBegan.class,
        "leg",
        (w, c) -> c.leg(w.call()) + "'s call runs <" + w.verb() + "> " + w.detail());
    say(Noted.class, "fault", (w, c) -> "the platform logs " + logged(w) + ": " + w.text());
    say(
        AppBelieved.class,
        "app",
        (w, c) -> "the app takes " + c.leg(w.call()) + " to be " + w.status());
    say(AppFailed.class, "fault", (w, c) -> "the app fails in " + w.fiber() + ": " + w.error());
    say(Leaked.class, "fault", (w, c) -> "the app blocks unseen in " + w.fiber() + ": " + w.what());
    say(ParticipantChanged.class, "conference", EntryWords::flags);
    say(
        BeepHeard.class,
        "conference",
        (w, c) ->
            legs(w.by(), c)
                + " can hear a beep: "
                + c.leg(w.call())
                + (w.when().equals("enter") ? " comes" : " goes"));
    say(HearingChanged.class, "conference", EntryWords::hearing);
    say(
        RunFinished.class,
        "run",
        (w, c) ->
            "the run ends: "
                + w.outcome()
                + (w.detail() == null || w.detail().isEmpty() ? "" : ", " + w.detail())
                + ", "
                + w.steps()
                + " steps");
  }

  static {
    say(
        LegDialled.class,
        "leg",
        (w, c) -> c.leg(w.parent()) + "'s document dials " + c.leg(w.call()));
    say(
        MessagePassed.class,
        "leg",
        (w, c) -> "a message on " + c.leg(w.call()) + "'s call goes to the " + w.to());
    say(
        AnswererDetected.class,
        "leg",
        (w, c) ->
            "whoever answered "
                + c.leg(w.call())
                + "'s call is taken for "
                + w.answeredBy()
                + " after "
                + Times.exact(w.afterMs()));
    say(
        LegsBridged.class,
        "leg",
        (w, c) -> c.leg(w.call()) + " and " + c.leg(w.other()) + " are connected");
    say(
        LegsParted.class,
        "leg",
        (w, c) -> c.leg(w.call()) + " and " + c.leg(w.other()) + " are connected no more");
  }

  static {
    say(
        Happening.RoutingEvent.class,
        "task",
        (w, c) ->
            w.event()
                + (w.worker() == null ? "" : ", worker " + w.worker())
                + (w.activity() == null ? "" : " (" + w.activity() + ")")
                + (w.task() == null ? "" : ", task " + w.task() + " " + w.taskStatus())
                + (w.queue() == null ? "" : " in " + w.queue())
                + (w.reason() == null ? "" : ": " + w.reason()));
    say(
        Happening.InstructionStep.class,
        "task",
        (w, c) ->
            w.instruction()
                + " "
                + w.step()
                + (w.call() == null ? "" : ", " + c.leg(w.call()))
                + (w.text().isEmpty() ? "" : ": " + w.text()));
  }

  static {
    say(
        QueueJoined.class,
        "leg",
        (w, c) -> c.leg(w.call()) + " waits in queue " + w.name() + ", place " + w.position());
    say(
        QueueLeft.class,
        "leg",
        (w, c) ->
            c.leg(w.call())
                + " leaves queue "
                + w.name()
                + " after "
                + Times.exact(w.waitedMs())
                + ": "
                + w.how());
  }

  static {
    say(
        SoftphoneTold.class,
        "phone",
        (w, c) ->
            "softphone "
                + w.device()
                + ": "
                + w.event()
                + (w.data().get("message") == null ? "" : ", " + w.data().get("message")));
    say(
        VoiceDelay.class,
        "conference",
        (w, c) ->
            c.leg(w.hearer())
                + " hears "
                + c.leg(w.speaker())
                + " "
                + w.ms()
                + " ms late, by "
                + w.region()
                + (w.ms() > w.leastMs() ? "; " + w.leastMs() + " ms are possible" : ""));
  }

  static {
    say(
        Happening.SyncChanged.class,
        "sync",
        (w, c) ->
            "Sync: "
                + w.event()
                + " "
                + SyncWords.what(w.object(), w.name(), w.item())
                + SyncWords.revision(w.revision())
                + " by "
                + w.by()
                + SyncWords.data(w.data()));
    say(
        Happening.SyncTold.class,
        "sync",
        (w, c) ->
            "page "
                + w.page()
                + ": "
                + w.event()
                + (w.object() == null ? "" : " " + SyncWords.what(w.object(), w.name(), w.item()))
                + SyncWords.revision(w.revision())
                + SyncWords.data(w.data()));
    say(
        Happening.SyncLost.class,
        "sync",
        (w, c) ->
            "page "
                + w.page()
                + " never hears of "
                + w.event()
                + " "
                + SyncWords.what(w.object(), w.name(), w.item())
                + ": "
                + w.reason().replace('-', ' '));
  }

  static {
    say(
        RecordingBegan.class,
        "leg",
        (w, c) ->
            (w.conference() == null ? c.leg(w.call()) : c.conference(w.conference()))
                + " is being recorded, "
                + w.source());
    say(
        RecordingMoved.class,
        "leg",
        (w, c) ->
            "recording "
                + Sids.brief(w.recording())
                + " is "
                + w.status()
                + ", "
                + Times.exact(w.keptMs())
                + " long");
  }

  static {
    say(
        ButtonPressed.class,
        "phone",
        (w, c) ->
            w.party()
                + " presses "
                + w.button()
                + (w.arguments().isEmpty() ? "" : " " + String.join(", ", w.arguments().values()))
                + " ("
                + w.press()
                + ")");
    say(
        PressAnswered.class,
        "phone",
        (w, c) ->
            "press " + w.press() + (w.accepted() ? " is accepted" : " is refused: " + w.text()));
    say(
        Intended.class,
        "phone",
        (w, c) -> "meant: " + w.party() + " in " + w.conversation() + " " + w.mode());
    say(
        AppListed.class,
        "app",
        (w, c) -> {
          List<String> people = new ArrayList<>();
          w.people().forEach((call, what) -> people.add(c.leg(call) + " " + what));
          return "the app lists "
              + w.id()
              + " as "
              + w.state()
              + (people.isEmpty() ? "" : ": " + String.join(", ", people))
              + (w.alert().isEmpty() ? "" : "; it shows: " + w.alert());
        });
    say(
        InstanceStopped.class,
        "fault",
        (w, c) -> "instance " + w.instance() + " of the app dies, about to " + w.during());
    say(
        InstanceStarted.class,
        "fault",
        (w, c) -> "instance " + w.instance() + " of the app is started again");
    say(AppUnlisted.class, "app", (w, c) -> "the app lists " + w.id() + " no more");
  }

  private EntryWords() {}

  private static <H extends Happening> void say(
      Class<H> type, String family, BiFunction<H, Cast, String> words) {
    KINDS.put(type, new Kind(family, (what, cast) -> words.apply(type.cast(what), cast)));
  }

  /** The sentence; credentials in it are masked and SIDs shortened. */
  static String of(Happening what, Cast cast) {
    return Sids.briefIn(Masks.text(KINDS.get(what.getClass()).words().apply(what, cast)));
  }

  /** The colour family: run, choice, phone, leg, conference, rest, webhook, app or fault. */
  static String family(Happening what) {
    return KINDS.get(what.getClass()).family();
  }

  /** A reason of CONF-28 or CB-07 in words. */
  static String reason(String word) {
    return switch (String.valueOf(word)) {
      case "last-participant-left" -> "the last one left";
      case "last-participant-kicked" -> "the last one was taken out";
      case "conference-ended-via-api", "conference_ended_via_api" -> "the app ended it";
      case "participant-with-end-conference-on-exit-left" -> "one whose exit ends it left";
      case "participant-with-end-conference-on-exit-kicked" ->
          "one whose exit ends it was taken out";
      case "participant_hung_up" -> "hung up";
      case "participant_updated_via_api" -> "taken out or sent elsewhere";
      case "participant_add_failed" -> "was never connected";
      case "moderator_ended_conference" -> "the conference ended";
      default -> String.valueOf(word);
    };
  }

  private static String flags(ParticipantChanged w, Cast cast) {
    List<String> flags = new ArrayList<>();
    flags.add(w.muted() ? "muted" : "not muted");
    flags.add(w.hold() ? "on hold" : "not on hold");
    if (w.endOnExit()) {
      flags.add("ends it by leaving");
    }
    if (w.coaches() != null) {
      flags.add("coaches " + cast.leg(w.coaches()));
    }
    return cast.leg(w.call())
        + " in "
        + cast.conference(w.conference())
        + " is "
        + String.join(", ", flags);
  }

  private static String hearing(HearingChanged w, Cast cast) {
    List<String> parts = new ArrayList<>();
    if (!w.speakers().isEmpty() && !w.listeners().isEmpty()) {
      parts.add(legs(w.listeners(), cast) + " can hear " + legs(w.speakers(), cast));
    }
    w.whispers()
        .forEach((coach, leg) -> parts.add("only " + cast.leg(leg) + " hears " + cast.leg(coach)));
    w.sounds().forEach((leg, sound) -> parts.add(cast.leg(leg) + " hears: " + sound));
    return "sound: " + (parts.isEmpty() ? "nobody hears anybody" : String.join("; ", parts));
  }

  private static String legs(List<String> calls, Cast cast) {
    return String.join(", ", calls.stream().map(cast::leg).toList());
  }

  private static String opened(ConferenceOpened w, Cast cast) {
    String which = cast.earlierOfSameName(w) == 0 ? "" : ", another one of that name,";
    String callbacks = Cast.callbackless(w) ? " without status callbacks" : "";
    return "conference " + cast.conference(w.conference()) + which + " is made" + callbacks;
  }

  private static String handled(RestHandled w, Cast cast) {
    return request(w.request(), cast)
        + " gets "
        + w.status()
        + (w.code() == 0 ? "" : " (error " + w.code() + ")")
        + (w.fault() == null ? "" : ", fault " + w.fault());
  }

  private static String request(String request, Cast cast) {
    RestSent sent = cast.requests.get(request);
    return sent == null ? "request " + request : RestWords.shortly(sent) + " (" + request + ")";
  }

  private static String sip(int code) {
    return code == 0 ? "" : " (SIP " + code + ")";
  }

  private static String attempt(int attempt) {
    return attempt > 1 ? ", attempt " + attempt : "";
  }

  /** The level and the platform's code; some things it has no code for. */
  static String logged(Happening.Noted note) {
    return note.code() == 0 ? note.level() : note.level() + " " + note.code();
  }
}
