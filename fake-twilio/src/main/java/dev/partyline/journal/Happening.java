package dev.partyline.journal;

import java.util.List;
import java.util.Map;

/**
 * Something that happened in a run: one nested record a kind.
 *
 * <p>Components are only {@code String}, {@code long}, {@code int}, {@code boolean}, {@code
 * List<String>} and {@code Map<String, String>} in a fixed order, so that every kind can be written
 * to NDJSON and read back without a mapping of its own. A {@code String} component may be null
 * where its description says so. Calls and conferences are named by SID, parties and conversations
 * by the names the story gives them.
 */
public sealed interface Happening {

  /** The number of the NDJSON schema that these records make; raised when a field changes. */
  int SCHEMA = 1;

  /** Its kind's word in NDJSON. */
  default String type() {
    return HappeningType.of(this).word();
  }

  /**
   * First entry of every journal.
   *
   * @param schema {@link #SCHEMA}
   * @param subject the program under test
   * @param story the scenario that was played
   * @param seed the text that repeats this run
   * @param epoch the instant of simulated time 0, ISO 8601 in UTC
   * @param knobs settings of the platform that differ from their defaults
   */
  record RunBegan(
      int schema,
      String subject,
      String story,
      String seed,
      String epoch,
      Map<String, String> knobs)
      implements Happening {
    public RunBegan {
      knobs = Pairs.copyOf(knobs);
    }
  }

  /**
   * A free choice was settled: a delay within its bounds, an outcome, a fault.
   *
   * @param name stable name of the choice
   * @param value the value, as it would be pinned: milliseconds for a delay, else a word
   * @param standard whether this is what the typical run does
   */
  record ChoiceTaken(String name, String value, boolean standard) implements Happening {}

  /**
   * An agent set out to reach a customer, or a customer called; the names are parties of the story.
   *
   * @param agent empty when a customer called and nobody has the call yet
   */
  record ConversationBegan(String conversation, String agent, String customer)
      implements Happening {}

  /**
   * A person did something with a phone or a softphone page.
   *
   * @param party who
   * @param conversation which conversation it belongs to
   * @param call the leg it concerns; null while there is none
   * @param action one of {@link PhoneAction}'s words
   */
  record PhoneActed(String party, String conversation, String call, String action)
      implements Happening {}

  /**
   * A call leg came to be.
   *
   * @param call its SID
   * @param leg stable name of the leg, the same in every order of events
   * @param conversation the conversation it belongs to; null when it belongs to none
   * @param party whose phone it is; null when the number belongs to nobody
   * @param direction {@code inbound}, {@code outbound-api} or {@code outbound-dial} (CALL-06)
   * @param request the REST request that made it; null for a leg a phone made
   */
  record LegCreated(
      String call,
      String leg,
      String conversation,
      String party,
      String direction,
      String from,
      String to,
      String request)
      implements Happening {}

  /**
   * A leg moved to another status (CALL-15, CALL-16), or to {@code initiated}, which only callbacks
   * name (CALL-18).
   *
   * @param sip SIP response code of the far end; 0 when there is none
   * @param by who caused it: {@code far-end}, {@code rest}, {@code twiml}, {@code conference},
   *     {@code timeout} or {@code platform}
   */
  record LegStatus(String call, String status, int sip, String by) implements Happening {}

  /**
   * A conference came to be (CONF-01).
   *
   * @param call the leg that made it
   * @param callbackUrl where its status callbacks go; empty when it has none
   */
  record ConferenceOpened(String conference, String name, String call, String callbackUrl)
      implements Happening {}

  /** A conference went from init to in-progress (CONF-15). */
  record ConferenceStarted(String conference) implements Happening {}

  /**
   * A conference was completed (CONF-27).
   *
   * @param reason one of the five words of CONF-28
   * @param call the leg that ended it; null when the API did
   */
  record ConferenceEnded(String conference, String name, String reason, String call)
      implements Happening {}

  /**
   * A leg was bound to a conference before it is in it: the Participants API dials it (PART-19).
   *
   * @param label the participant's label; null when it has none
   */
  record ParticipantAdded(
      String conference, String call, String label, boolean startOnEnter, boolean endOnExit)
      implements Happening {}

  /** A leg is connected to a conference. */
  record ParticipantJoined(
      String conference, String call, String label, boolean startOnEnter, boolean endOnExit)
      implements Happening {}

  /**
   * A participant was taken off a conference, connected or not.
   *
   * @param reason a word of CB-07
   * @param callStatus a word of CB-06
   */
  record ParticipantLeft(String conference, String call, String reason, String callStatus)
      implements Happening {}

  /**
   * The application sent a REST request.
   *
   * @param request its name in this journal
   * @param fiber the task of the application that sent it
   */
  record RestSent(
      String request, String fiber, String method, String path, Map<String, String> params)
      implements Happening {
    public RestSent {
      params = Pairs.copyOf(params);
    }
  }

  /**
   * The platform carried out or refused a REST request.
   *
   * @param status HTTP status
   * @param code error code of the platform; 0 when there is none
   * @param fault the fault put in on purpose ({@code before-commit}, {@code after-commit}); null
   *     when none
   */
  record RestHandled(String request, int status, int code, String fault) implements Happening {}

  /** The answer to a REST request reached the application. */
  record RestReturned(String request, int status, String body) implements Happening {}

  /**
   * The platform decided to send a request to the application.
   *
   * @param webhook its name in this journal
   * @param kind {@code twiml}, {@code action}, {@code wait}, {@code call-status}, {@code
   *     conference-status}, {@code amd-status} or {@code sync}
   * @param call the leg it is about; null when it is about none
   * @param conference the conference it is about; null when it is about none
   * @param event the event's word; empty for documents
   */
  record WebhookQueued(
      String webhook, String kind, String call, String conference, String event, String url)
      implements Happening {}

  /** A request reached the application; attempt counts from 1. */
  record WebhookSent(
      String webhook, int attempt, String method, String url, Map<String, String> params)
      implements Happening {
    public WebhookSent {
      params = Pairs.copyOf(params);
    }
  }

  /** The application's answer reached the platform, {@code tookMs} after the request was sent. */
  record WebhookAnswered(
      String webhook, int attempt, int status, String contentType, String body, long tookMs)
      implements Happening {}

  /** A request got no usable answer; code is one of the platform's (ERR-05 and on). */
  record WebhookFailed(String webhook, int attempt, int code, String text) implements Happening {}

  /** A request was lost by a fault put in on purpose. */
  record WebhookLost(String webhook) implements Happening {}

  /** A leg began a verb of its document. */
  record VerbBegan(String call, String verb, String detail) implements Happening {}

  /**
   * The platform logged an error or a warning against a call (CALL-62).
   *
   * @param code the platform's error code; 0 for what it has none for
   * @param level {@code error} or {@code warning}
   */
  record Noted(String call, int code, String level, String text) implements Happening {}

  /** What the application believes of a call changed. */
  record AppBelieved(String call, String status) implements Happening {}

  /**
   * An exception left the application's code.
   *
   * @param stack the stack's first lines
   */
  record AppFailed(String fiber, String error, List<String> stack) implements Happening {}

  /**
   * The application blocked or ran where the simulation cannot see it.
   *
   * @param stack where
   * @param advice what to use instead
   */
  record Leaked(String fiber, String what, List<String> stack, String advice)
      implements Happening {}

  /**
   * The flags of a participant are these from now on; also noted for a joiner that comes muted or
   * coaching.
   *
   * @param coaches call SID of the one it coaches; null when it coaches nobody
   */
  record ParticipantChanged(
      String conference,
      String call,
      boolean muted,
      boolean hold,
      boolean endOnExit,
      String coaches)
      implements Happening {}

  /**
   * Who hears whom in one place changed. Every listener hears every speaker but itself, and each
   * whisper is heard by one call beside that.
   *
   * @param place SID of a conference; for a bridge of a Dial the SID of the call that dialled
   * @param speakers calls in the common mix, a call that is heard ringing included
   * @param listeners calls that hear the common mix
   * @param whispers coach to the one call that hears it
   * @param sounds what the platform plays to a call, in words such as {@code music}
   */
  record HearingChanged(
      String place,
      List<String> speakers,
      List<String> listeners,
      Map<String, String> whispers,
      Map<String, String> sounds)
      implements Happening {
    public HearingChanged {
      whispers = Pairs.copyOf(whispers);
      sounds = Pairs.copyOf(sounds);
    }
  }

  /**
   * A voice begins to be heard, this late; told once for each pair whenever hearing begins.
   *
   * @param place as in {@link HearingChanged}
   * @param region where the voice is mixed, for example {@code jp1}
   * @param speaker the call whose voice it is
   * @param hearer the call that hears it
   * @param ms from mouth to ear (REGION-22)
   * @param leastMs what it would be in the region that is best for these two
   */
  record VoiceDelay(
      String place, String region, String speaker, String hearer, long ms, long leastMs)
      implements Happening {}

  /**
   * A softphone's page was told something, or has done something that its own code hears of
   * (CLIENT-03, CLIENT-07).
   *
   * @param device its name, for example {@code agent_a.device}
   * @param identity under what it is called
   * @param event the SDK's word, such as {@code registered}, {@code incoming} or {@code cancel};
   *     beside those {@code incomingIgnored} and {@code warning}, which a page only logs
   * @param call SID of its own leg, or the temporary id of a call whose SID the page does not know;
   *     null when it is about no call
   * @param data what comes with the event, by name; custom parameters begin with {@code custom.}
   */
  record SoftphoneTold(
      String device, String identity, String event, String call, Map<String, String> data)
      implements Happening {
    public SoftphoneTold {
      data = Pairs.copyOf(data);
    }
  }

  /**
   * Something that Sync keeps is otherwise than before (SYNC-RT-05).
   *
   * @param event the platform's word: {@code document_created}, {@code map_item_updated}, …
   * @param service SID
   * @param object SID of the document, list, map or stream
   * @param name its unique name; null when it has none
   * @param item key or index, or the SID of a message; null when it is of the object itself
   * @param revision of what changed; null for streams
   * @param number rises by one with each change of the object; 0 when it was made
   * @param by identity of who did it; {@code system} for the application and for time
   * @param data JSON after the change; null after a removal and when there is none
   */
  record SyncChanged(
      String event,
      String service,
      String object,
      String name,
      String item,
      String revision,
      long number,
      String by,
      String data)
      implements Happening {}

  /**
   * A page that follows Sync was told something.
   *
   * @param page its name
   * @param identity of its token
   * @param event a word of {@link SyncChanged}; {@code opened} with what the page read when it
   *     opened the object; {@code subscribed}, {@code failed} or {@code canceled} of a
   *     subscription; {@code connected}, {@code disconnected}, {@code tokenAboutToExpire} or {@code
   *     tokenExpired} of the page
   * @param object SID of the object; null when it is about none
   * @param name its unique name; null when it has none
   * @param item key or index, or the SID of a message; null when it is of the object itself
   * @param revision of what changed; null when nothing did
   * @param number of the change; 0 when there is none
   * @param data JSON; of an opened list or map an object of its items; null when there is none
   */
  record SyncTold(
      String page,
      String identity,
      String event,
      String object,
      String name,
      String item,
      String revision,
      long number,
      String data)
      implements Happening {}

  /**
   * A change that a subscribed page will not be told of.
   *
   * @param page its name
   * @param event a word of {@link SyncChanged}
   * @param object SID of the object
   * @param name its unique name; null when it has none
   * @param item key or index; null when it is of the object itself
   * @param number of the change
   * @param reason {@code fault}, {@code before-subscription}, {@code connection-lost} or {@code
   *     token-expired}
   */
  record SyncLost(
      String page,
      String event,
      String object,
      String name,
      String item,
      long number,
      String reason)
      implements Happening {}

  /**
   * A beep told the people in a conference that somebody came or went.
   *
   * @param when {@code enter} or {@code exit}
   * @param by calls that heard it
   */
  record BeepHeard(String conference, String call, String when, List<String> by)
      implements Happening {}

  /**
   * The Dial of a leg made another one (CALL-07).
   *
   * @param call the leg that was made; its creation is told just before
   * @param parent the leg that runs the Dial
   * @param parameters what the Dial hands to a client or an application, by name
   */
  record LegDialled(String call, String parent, Map<String, String> parameters)
      implements Happening {
    public LegDialled {
      parameters = Pairs.copyOf(parameters);
    }
  }

  /** A Dial connected two legs; {@code call} is the one that dialled. */
  record LegsBridged(String call, String other) implements Happening {}

  /** Two legs that a Dial had connected hear each other no more. */
  record LegsParted(String call, String other) implements Happening {}

  /**
   * Machine detection came to a verdict (CALL-32).
   *
   * @param answeredBy {@code human}, {@code machine_start}, {@code machine_end_beep}, {@code
   *     machine_end_silence}, {@code fax} or {@code unknown}
   * @param afterMs since the answer
   */
  record AnswererDetected(String call, String answeredBy, long afterMs) implements Happening {}

  /**
   * The client at the far end of a leg and the application exchanged a message of their own.
   *
   * @param message its SID
   * @param to {@code client} or {@code application}
   * @param content as it was given
   */
  record MessagePassed(String call, String message, String to, String content)
      implements Happening {}

  /**
   * Last entry of every journal.
   *
   * @param outcome how the run ended: a word of the simulation's outcomes
   * @param detail what led to it; empty when all went quiet
   * @param steps how many events were carried out
   */
  record RunFinished(String outcome, String detail, long steps) implements Happening {}

  /**
   * A caller came to the end of a queue (TWIML-46).
   *
   * @param position its place, from 1
   */
  record QueueJoined(String queue, String name, String call, int position) implements Happening {}

  /**
   * A caller is in a queue no more.
   *
   * @param how {@code dequeued} by a Dial or, in the words of QueueResult, {@code hangup}, {@code
   *     leave}, {@code redirected} or {@code error}
   * @param waitedMs how long it was in it
   */
  record QueueLeft(String queue, String name, String call, String how, long waitedMs)
      implements Happening {}

  /**
   * A recording began (CB-41).
   *
   * @param call the leg; for a conference the one that was in it first
   * @param conference null unless a conference is recorded
   * @param source a word of CB-41
   */
  record RecordingBegan(String recording, String call, String conference, String source)
      implements Happening {}

  /**
   * A recording moved to another status.
   *
   * @param status paused, in-progress, stopped, processing, completed, absent or deleted
   * @param keptMs how much of it is kept so far
   */
  record RecordingMoved(String recording, String status, long keptMs) implements Happening {}

  /**
   * Somebody pressed a button of the application's pages; the hang-up button is told as something
   * that was done with a phone.
   *
   * @param press its name in this journal
   * @param party whose hand it was
   * @param conversation the conversation the person means
   * @param call the person's newest leg; null when there was none
   * @param button its word
   * @param arguments what else the page sends
   */
  record ButtonPressed(
      String press,
      String party,
      String conversation,
      String call,
      String button,
      Map<String, String> arguments)
      implements Happening {
    public ButtonPressed {
      arguments = Pairs.copyOf(arguments);
    }
  }

  /**
   * The application's answer to a press reached the page.
   *
   * @param accepted whether it will be done
   * @param text what the page shows: why not; empty when it was accepted
   */
  record PressAnswered(String press, boolean accepted, String text) implements Happening {}

  /**
   * People mean somebody to take this part in a conversation from now on.
   *
   * @param mode {@code talks}, {@code held}, {@code muted}, {@code listens}, {@code whispers},
   *     {@code out}, or {@code free} when nothing is meant any more
   */
  record Intended(String conversation, String party, String mode) implements Happening {}

  /**
   * A line of the application's call list is this from now on.
   *
   * @param id the application's own id of the conversation
   * @param state the application's word for its state
   * @param alert what the application shows that it could not do; empty when nothing
   * @param people call to what the application believes of it: {@code rings}, {@code talks}, {@code
   *     held}, {@code muted}, {@code listens} or {@code whispers}
   */
  record AppListed(String id, String state, String alert, Map<String, String> people)
      implements Happening {
    public AppListed {
      people = Pairs.copyOf(people);
    }
  }

  /** A line is gone from the application's call list. */
  record AppUnlisted(String id) implements Happening {}

  /**
   * Something happened in a TaskRouter workspace. What an event has no part in is null.
   *
   * @param event the platform's word, for example {@code reservation.created}
   * @param workspace SID
   * @param task SID
   * @param taskStatus the task's status then
   * @param call the caller's leg that the task is about
   * @param reservation SID
   * @param worker friendly name
   * @param activity the worker's activity then
   * @param available whether that activity takes tasks
   * @param queue friendly name of the task's queue
   * @param channel unique name of the task's channel
   * @param reason why the task or the reservation moved
   */
  record RoutingEvent(
      String event,
      String workspace,
      String task,
      String taskStatus,
      String call,
      String reservation,
      String worker,
      String activity,
      boolean available,
      String queue,
      String channel,
      String reason)
      implements Happening {}

  /**
   * TaskRouter carries out an instruction, or a step of one.
   *
   * @param reservation SID
   * @param instruction {@code accept}, {@code reject}, {@code dequeue}, {@code call}, {@code
   *     conference}, {@code redirect} or {@code supervise}
   * @param step what is done now: {@code given}, {@code dials}, {@code answered}, {@code agent-in},
   *     {@code caller-in}, {@code done}, {@code refused} or {@code failed}
   * @param call the leg the step is about; null when none
   * @param text why it was refused or failed; empty otherwise
   */
  record InstructionStep(
      String reservation, String instruction, String step, String call, String text)
      implements Happening {}

  /**
   * An instance of the application died: what it was doing is cut off and its memory is gone.
   *
   * @param instance its number, from 1
   * @param during what it was about to do
   */
  record InstanceStopped(String instance, String during) implements Happening {}

  /** An instance of the application was started again. */
  record InstanceStarted(String instance) implements Happening {}
}
