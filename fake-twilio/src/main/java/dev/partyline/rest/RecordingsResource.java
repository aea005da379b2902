package dev.partyline.rest;

import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingStatus;
import dev.partyline.recording.Wave;
import dev.partyline.telephony.Refusal;
import java.util.List;

/**
 * {@code …/Recordings.json} and {@code …/Recordings/{Sid}.json}, and the sound itself under the
 * same path without {@code .json}: a WAV file as it stands or with {@code .wav}.
 */
final class RecordingsResource implements Resource {

  private final Backend backend;
  private final RecordingText text;

  RecordingsResource(Backend backend) {
    this.backend = backend;
    this.text = new RecordingText(backend);
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Recordings";
    String one = all + "/{Sid}";
    routes.get(all, this::list).get(one, this::fetch).delete(one, this::delete);
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    String call = request.filled("CallSid");
    String conference = request.filled("ConferenceSid");
    boolean deleted = Form.flag(request, "IncludeSoftDeleted", false);
    Days created = new Days(request, "DateCreated");
    List<Recording> rows =
        backend
            .recordings()
            .of(
                exchange.account().sid(),
                recording ->
                    (call == null || call.equals(recording.order().callSid()))
                        && (conference == null
                            || conference.equals(recording.order().conferenceSid()))
                        && (deleted || recording.status() != RecordingStatus.DELETED)
                        && created.hold(backend.time(recording.createdAt())));
    return Page.of(
        request,
        "recordings",
        Page.newestFirst(rows, backend.knobs()),
        Recording::sid,
        (json, recording) -> text.write(json, recording, RecordingText.Place.ACCOUNT));
  }

  private RestResponse fetch(Exchange exchange) {
    if (!exchange.request().path().endsWith(".json")) {
      return sound(exchange);
    }
    boolean deleted = Form.flag(exchange.request(), "IncludeSoftDeleted", false);
    Recording recording = existing(exchange, exchange.path("Sid"), deleted);
    return text.one(200, recording, RecordingText.Place.ACCOUNT);
  }

  /** Not there before the recording is completed. */
  private RestResponse sound(Exchange exchange) {
    String name = exchange.path("Sid");
    boolean mp3 = name.endsWith(".mp3");
    String sid = mp3 || name.endsWith(".wav") ? name.substring(0, name.length() - 4) : name;
    Recording recording = existing(exchange, sid, false);
    if (!recording.isCompleted()) {
      throw RestApi.notFound(exchange.request());
    }
    if (mp3) {
      throw new NotModelled("recordings as MP3; ask for " + sid + ".wav");
    }
    return RestResponse.sound(
        "audio/x-wav", Wave.of(recording.keptMs(), recording.order().channels()));
  }

  private RestResponse delete(Exchange exchange) {
    return delete(backend, existing(exchange, exchange.path("Sid"), false));
  }

  static RestResponse delete(Backend backend, Recording recording) {
    if (recording.isActive()) {
      throw new Refusal(
          400,
          20009,
          "Recording "
              + recording.sid()
              + " is "
              + recording.status().word()
              + " and cannot be deleted yet");
    }
    backend.delete(recording);
    return RestResponse.ok(204, "");
  }

  private Recording existing(Exchange exchange, String sid, boolean deleted) {
    Recording recording = backend.recordings().recording(sid);
    if (recording == null
        || !recording.account().equals(exchange.account().sid())
        || (recording.status() == RecordingStatus.DELETED && !deleted)) {
      throw RestApi.notFound(exchange.request());
    }
    return recording;
  }
}
