package dev.partyline.rest;

import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.RecordingSource;
import dev.partyline.recording.RecordingStatus;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Refusal;
import java.util.List;

/**
 * Recordings below one call or one conference: {@code …/Calls/{CallSid}/Recordings.json}, {@code
 * …/Conferences/{ConferenceSid}/Recordings.json}. {@code Twilio.CURRENT} is the one that is being
 * made, the latest when there are several.
 */
final class RecordingsBelow implements Resource {

  private static final String CURRENT = "Twilio.CURRENT";
  private static final List<String> CREATES =
      List.of(
          "RecordingStatusCallbackEvent",
          "RecordingStatusCallback",
          "RecordingStatusCallbackMethod",
          "Trim",
          "RecordingChannels",
          "RecordingTrack");
  private static final List<String> UPDATES = List.of("Status", "PauseBehavior");

  private final Backend backend;
  private final RecordingText text;

  RecordingsBelow(Backend backend) {
    this.backend = backend;
    this.text = new RecordingText(backend);
  }

  @Override
  public void addTo(Routes routes) {
    String call = Routes.ACCOUNT + "/Calls/{Owner}/Recordings";
    String conference = Routes.ACCOUNT + "/Conferences/{Owner}/Recordings";
    routes.post(call, CREATES, this::create);
    add(routes, call, RecordingText.Place.CALL);
    add(routes, conference, RecordingText.Place.CONFERENCE);
  }

  private void add(Routes routes, String all, RecordingText.Place place) {
    String one = all + "/{Sid}";
    routes
        .get(all, x -> list(x, place))
        .get(one, x -> text.one(200, existing(x, place), place))
        .post(one, UPDATES, x -> update(x, place))
        .delete(one, x -> RecordingsResource.delete(backend, existing(x, place)));
  }

  private List<Recording> all(Exchange exchange, RecordingText.Place place) {
    String owner = exchange.path("Owner");
    boolean call = place == RecordingText.Place.CALL;
    if (call) {
      call(exchange);
    } else {
      conference(exchange);
    }
    return backend
        .recordings()
        .of(
            exchange.account().sid(),
            recording ->
                recording.status() != RecordingStatus.DELETED
                    && (call
                        ? recording.order().conferenceSid() == null
                            && owner.equals(recording.order().callSid())
                        : owner.equals(recording.order().conferenceSid())));
  }

  private RestResponse list(Exchange exchange, RecordingText.Place place) {
    Days created = new Days(exchange.request(), "DateCreated");
    List<Recording> rows =
        all(exchange, place).stream()
            .filter(recording -> created.hold(backend.time(recording.createdAt())))
            .toList();
    return Page.of(
        exchange.request(),
        "recordings",
        Page.newestFirst(rows, backend.knobs()),
        Recording::sid,
        (json, recording) -> text.write(json, recording, place));
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    Call call = call(exchange);
    RecordingOrder order =
        order(request, call.sid(), RecordingSource.START_CALL_RECORDING_API, "do-not-trim");
    if (call.status() != CallStatus.IN_PROGRESS) {
      throw notEligible();
    }
    Recording recording =
        backend.record(
            order, Form.subscription(request, "RecordingStatusCallback", List.of("completed")));
    return text.one(201, recording, RecordingText.Place.CALL);
  }

  /** How a request wants a call recorded. */
  static RecordingOrder order(
      RestRequest request, String callSid, RecordingSource source, String standardTrim) {
    String channels = Form.word(request, "RecordingChannels", "mono", List.of("mono", "dual"));
    return new RecordingOrder(
        callSid,
        null,
        source,
        channels.equals("dual") ? 2 : 1,
        Form.word(request, "RecordingTrack", "both", List.of("inbound", "outbound", "both")),
        Form.word(request, "Trim", standardTrim, List.of("trim-silence", "do-not-trim")));
  }

  private RestResponse update(Exchange exchange, RecordingText.Place place) {
    RestRequest request = exchange.request();
    Recording recording = existing(exchange, place);
    String status = request.filled("Status");
    String behaviour = Form.word(request, "PauseBehavior", "silence", List.of("skip", "silence"));
    if (status == null || !List.of("in-progress", "paused", "stopped").contains(status)) {
      throw Form.bad("Status", status, "in-progress, paused or stopped");
    }
    if (!recording.isActive()) {
      throw notEligible();
    }
    switch (status) {
      case "paused" -> backend.pause(recording, behaviour.equals("skip"));
      case "in-progress" -> backend.resume(recording);
      default -> backend.stop(recording);
    }
    return text.one(200, recording, place);
  }

  private static Refusal notEligible() {
    return new Refusal(400, 21220, "Requested resource is not eligible for recording");
  }

  private Recording existing(Exchange exchange, RecordingText.Place place) {
    String sid = exchange.path("Sid");
    Recording found = null;
    for (Recording recording : all(exchange, place)) {
      if (recording.sid().equals(sid) || sid.equals(CURRENT) && recording.isActive()) {
        found = recording;
      }
    }
    if (found == null) {
      throw RestApi.notFound(exchange.request());
    }
    return found;
  }

  private Call call(Exchange exchange) {
    Call call = backend.telephony().call(exchange.path("Owner"));
    if (call == null || !backend.accountOf(call.sid()).equals(exchange.account().sid())) {
      throw RestApi.notFound(exchange.request());
    }
    return call;
  }

  /** CONF-59: a name will not do. */
  private Conference conference(Exchange exchange) {
    Conference conference = backend.telephony().conference(exchange.path("Owner"));
    if (conference == null
        || !backend.accountOf(conference.sid()).equals(exchange.account().sid())) {
      throw RestApi.notFound(exchange.request());
    }
    return conference;
  }
}
