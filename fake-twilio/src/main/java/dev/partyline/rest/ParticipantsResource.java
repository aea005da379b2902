package dev.partyline.rest;

import dev.partyline.delay.Region;
import dev.partyline.directory.Account;
import dev.partyline.knob.Knob;
import dev.partyline.recording.RecordingSource;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.ConferenceRecording;
import dev.partyline.telephony.JoinerSound;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.ParticipantChange;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.SoundSource;
import dev.partyline.telephony.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code …/Conferences/{ConferenceSid}/Participants} (PART-01). */
final class ParticipantsResource implements Resource {

  private static final Pattern CONFERENCE_SID = Pattern.compile("CF[0-9a-fA-F]{32}");
  private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-fA-F]{32}");

  private static final int MOST = 128;

  private static final Set<String> UPDATES =
      new TreeSet<>(
          List.of(
              "Muted",
              "Hold",
              "HoldUrl",
              "HoldMethod",
              "AnnounceUrl",
              "AnnounceMethod",
              "WaitUrl",
              "WaitMethod",
              "BeepOnExit",
              "EndConferenceOnExit",
              "Coaching",
              "CallSidToCoach"));

  private final Backend backend;
  private final Resources resources;
  private final Dialling dialling;

  ParticipantsResource(Backend backend, Resources resources) {
    this.backend = backend;
    this.resources = resources;
    this.dialling = new Dialling(backend);
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Conferences/{ConferenceSid}/Participants";
    String one = all + "/{CallSid}";
    routes
        .get(all, x -> list(room(x), x.request(), x.asOf()))
        .post(all, ParticipantForm.PARAMETERS, x -> create(x.account(), room(x), x.request()))
        .get(one, x -> fetch(room(x), x.path("CallSid"), x.request(), x.asOf()))
        .post(one, x -> update(room(x), x.path("CallSid"), x.request()))
        .delete(one, x -> delete(room(x), x.path("CallSid"), x.request()));
  }

  private static String room(Exchange exchange) {
    return exchange.path("ConferenceSid");
  }

  /** PART-12: CF and 32 hexadecimal digits is a SID, all else is a name. */
  static boolean isSid(String key) {
    return CONFERENCE_SID.matcher(key).matches();
  }

  RestResponse list(String key, RestRequest request, AsOf asOf) {
    Conference conference = bySid(key, request);
    Boolean muted = Form.flag(request, "Muted");
    Boolean hold = Form.flag(request, "Hold");
    Boolean coaching = Form.flag(request, "Coaching");
    List<Participant> rows = new ArrayList<>();
    for (Participant participant : asOf.participants(conference)) {
      if ((muted == null || muted == participant.muted())
          && (hold == null || hold == participant.hold())
          && (coaching == null || coaching == participant.coaching())) {
        rows.add(participant);
      }
    }
    return Page.of(
        request,
        "participants",
        Page.oldestFirst(rows, backend.knobs()),
        participant -> participant.call().sid(),
        (json, participant) ->
            resources.participant(json, participant, null, participant.endOnExit()));
  }

  RestResponse fetch(String key, String who, RestRequest request, AsOf asOf) {
    Participant participant = asOf.participant(bySid(key, request), who);
    if (participant == null) {
      throw RestApi.notFound(request);
    }
    return one(200, participant, null);
  }

  RestResponse create(Account account, String key, RestRequest request) {
    Conference conference = null;
    if (isSid(key)) {
      conference = backend.telephony().conference(key);
      if (conference == null || !conference.isLive()) {
        throw backend.knobs().is(Knob.PART_POST_TO_DEAD_SID, "404")
            ? RestApi.notFound(request)
            : new Refusal(400, 16022, "Conference " + key + " does not exist or is completed");
      }
    } else if (key.isEmpty() || key.length() > MOST) {
      throw Form.bad("FriendlyName", key, "1 to " + MOST + " characters");
    }
    String to = Dialling.requireTo(request);
    String from = Dialling.requireFrom(request);
    dialling.require(account, to, from, request.filled("CallToken"), 13223);
    CallForm.checkMachineDetection(request);
    CallForm.checkRecording(request);
    Call call =
        backend.dialInto(
            new Backend.Outgoing(
                from,
                to,
                Form.subscription(request, "StatusCallback", List.of("completed")),
                Form.whole(request, "Timeout", 60, 5, 600),
                Form.whole(request, "TimeLimit", 14_400, 1, 86_400),
                Detection.ofParticipant(request)),
            conference,
            key,
            settings(request));
    if (Form.flag(request, "Record", false)) {
      backend.recordWhenAnswered(
          RecordingsBelow.order(request, call.sid(), RecordingSource.OUTBOUND_API, "trim-silence"),
          Form.subscription(request, "RecordingStatusCallback", List.of("completed")));
    }
    return one(201, call.participant(), Long.toString(call.queuedMs()));
  }

  private static Participant.Settings settings(RestRequest request) {
    Subscription conference =
        Form.subscription(request, "ConferenceStatusCallback", List.of("start", "end"));
    String label = request.filled("Label");
    boolean bad =
        label != null
            && (label.length() > MOST
                || CALL_SID.matcher(label).matches()
                || label.contains("/")
                || label.toUpperCase(Locale.ROOT).contains("%2F"));
    if (bad) {
      throw new Refusal(400, 16024, "Participant label '" + label + "' is not valid");
    }
    return new Participant.Settings(
        label,
        Form.flag(request, "StartConferenceOnEnter", true),
        Form.flag(request, "EndConferenceOnExit", false),
        Form.flag(request, "Muted", false),
        Form.flag(request, "EarlyMedia", true),
        conference,
        Form.whole(request, "MaxParticipants", 250, 2, 250),
        region(request),
        coach(request),
        sound(request),
        recording(request));
  }

  /** REGION-15: edges are no regions. */
  private static String region(RestRequest request) {
    return Form.word(request, "Region", null, Region.codes());
  }

  private static JoinerSound sound(RestRequest request) {
    SoundSource waiting = Form.sound(request, "Wait", "POST");
    return new JoinerSound(
        waiting == null ? SoundSource.MUSIC : waiting,
        Form.word(request, "Beep", "true", List.of("true", "false", "onEnter", "onExit")),
        Form.word(
            request, "JitterBufferSize", "large", List.of("off", "small", "medium", "large")));
  }

  private static ConferenceRecording recording(RestRequest request) {
    String mode =
        Form.word(
            request,
            "ConferenceRecord",
            "false",
            List.of("true", "false", "record-from-start", "do-not-record"));
    return new ConferenceRecording(
        mode.equals("true") || mode.equals("record-from-start"),
        Form.word(
            request, "ConferenceTrim", "trim-silence", List.of("trim-silence", "do-not-trim")),
        Form.subscription(request, "ConferenceRecordingStatusCallback", List.of("completed")));
  }

  /** PART-61: a target alone means coaching; coaching without a target is refused. */
  private static String coach(RestRequest request) {
    String target = request.filled("CallSidToCoach");
    if (!Form.flag(request, "Coaching", target != null)) {
      return null;
    }
    if (target == null) {
      throw new Refusal(400, 16002, "Coaching needs CallSidToCoach");
    }
    return target;
  }

  RestResponse update(String key, String who, RestRequest request) {
    Participant participant = live(key, who, request);
    for (String name : request.params().keySet()) {
      if (!UPDATES.contains(name) && backend.knobs().is(Knob.REST_UNKNOWN_PARAMS, "error20001")) {
        throw new Refusal(400, 20001, "Unknown parameter " + name);
      }
    }
    SoundSource announcement = Form.sound(request, "Announce", "POST");
    if (!participant.connected() && backend.knobs().is(Knob.PART_UPDATE_BEFORE_CONNECT, "error")) {
      throw new Refusal(
          400, 20001, "Participant " + participant.call().sid() + " is not connected");
    }
    if (participant.conference().status() == Conference.Status.INIT
        && backend.knobs().is(Knob.PART_UPDATE_IN_INIT, "error16099")) {
      throw new Refusal(
          400, 16099, "Conference " + participant.conference().sid() + " is not in progress");
    }
    String muted = request.filled("Muted");
    Boolean endOnExit = Form.flag(request, "EndConferenceOnExit");
    backend.change(
        participant,
        new ParticipantChange(
            muted == null ? null : muted.equalsIgnoreCase("true"),
            Form.flag(request, "Hold"),
            endOnExit,
            Form.flag(request, "Coaching"),
            request.filled("CallSidToCoach"),
            Form.flag(request, "BeepOnExit"),
            Form.sound(request, "Hold", "GET"),
            Form.sound(request, "Wait", "POST")));
    if (announcement != null && announcement.isDocument() && participant.connected()) {
      backend.announce(participant, announcement);
    }
    boolean echo = endOnExit != null && backend.knobs().is(Knob.PART_IGNORED_UPDATE_ECHO, "new");
    return one(200, participant, null, echo ? endOnExit : participant.endOnExit());
  }

  RestResponse delete(String key, String who, RestRequest request) {
    backend.kick(live(key, who, request));
    return RestResponse.ok(204, "");
  }

  private Participant live(String key, String who, RestRequest request) {
    Participant participant = bySid(key, request).find(who);
    if (participant == null) {
      throw RestApi.notFound(request);
    }
    return participant;
  }

  /** PART-10: only the create takes a name. */
  private Conference bySid(String key, RestRequest request) {
    if (!isSid(key)) {
      throw new Refusal(405, 20004, "Method not allowed");
    }
    Conference conference = backend.telephony().conference(key);
    if (conference == null) {
      throw RestApi.notFound(request);
    }
    return conference;
  }

  private RestResponse one(int status, Participant participant, String queueTime) {
    return one(status, participant, queueTime, participant.endOnExit());
  }

  private RestResponse one(
      int status, Participant participant, String queueTime, boolean endOnExit) {
    JsonText json = new JsonText();
    resources.participant(json, participant, queueTime, endOnExit);
    return RestResponse.ok(status, json.toString());
  }
}
