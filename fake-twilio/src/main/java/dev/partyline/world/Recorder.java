package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.RecordingSource;
import dev.partyline.recording.RecordingStatus;
import dev.partyline.recording.Recordings;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.ConferenceRecording;
import dev.partyline.telephony.Subscription;
import dev.partyline.webhook.Dispatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Begins and ends recordings, makes files of them and tells whoever asked (CB-40, CB-41). */
final class Recorder {

  /** The API's own address, which recordings are told under. */
  static final String API = "https://api.twilio.com";

  private static final Span TO_PROCESS = Span.of(0, 100, 500);

  /** The stable name of what is recorded, and who hears of it: null when nobody does. */
  private record Told(String alias, Subscription subscriber) {}

  private record Order(RecordingOrder what, Subscription news) {}

  private final World world;
  private final Recordings recordings;
  private final Map<String, Told> told = new LinkedHashMap<>();
  private final Map<String, Order> whenAnswered = new LinkedHashMap<>();
  private final Map<String, List<Recording>> active = new LinkedHashMap<>();

  Recorder(World world, Recordings recordings) {
    this.world = world;
    this.recordings = recordings;
  }

  Recordings recordings() {
    return recordings;
  }

  // ---- beginning ----

  Recording begin(RecordingOrder order, Subscription subscriber) {
    String account =
        world.accountOf(order.conferenceSid() == null ? order.callSid() : order.conferenceSid());
    Recording recording = recordings.begin(account, order, world.now());
    told.put(recording.sid(), new Told(alias(order), subscriber));
    active.computeIfAbsent(place(order), none -> new ArrayList<>()).add(recording);
    world.note(
        new Happening.RecordingBegan(
            recording.sid(), order.callSid(), order.conferenceSid(), order.source().word()));
    tell(recording, "in-progress");
    return recording;
  }

  /** What is recorded: a conference or a leg. */
  private static String place(RecordingOrder order) {
    return order.conferenceSid() == null ? order.callSid() : order.conferenceSid();
  }

  /** A leg is to be recorded from its answer on. */
  void whenAnswered(RecordingOrder order, Subscription subscriber) {
    whenAnswered.put(order.callSid(), new Order(order, subscriber));
  }

  void answered(Call call) {
    Order order = whenAnswered.remove(call.sid());
    if (order != null) {
      begin(order.what(), order.news());
    }
  }

  /** The first two of a conference are bridged (CONF-45). */
  void bridged(Conference conference) {
    ConferenceRecording asked = conference.recording();
    if (asked.fromStart() && !active.containsKey(conference.sid())) {
      String first = conference.everybody().get(0).call().sid();
      begin(
          new RecordingOrder(
              first, conference.sid(), RecordingSource.CONFERENCE, 1, "both", asked.trim()),
          asked.callback());
    }
  }

  // ---- changing ----

  void pause(Recording recording, boolean skip) {
    if (recording.pause(skip, world.now())) {
      noteMove(recording);
    }
  }

  void resume(Recording recording) {
    if (recording.resume(world.now())) {
      noteMove(recording);
    }
  }

  /** It is over, whoever ended it; a file is made of it. */
  void stop(Recording recording) {
    if (!recording.stop(world.now())) {
      return;
    }
    String place = place(recording.order());
    List<Recording> here = active.get(place);
    here.remove(recording);
    if (here.isEmpty()) {
      active.remove(place);
    }
    noteMove(recording);
    String name = told.get(recording.sid()).alias() + ".recording";
    world.in(
        name + ".processing",
        TO_PROCESS,
        () -> {
          if (recording.status() == RecordingStatus.STOPPED) {
            recording.process(world.now());
            noteMove(recording);
            world.in(name + ".processed", world.times().toRecording(), () -> settle(recording));
          }
        });
  }

  private void settle(Recording recording) {
    recording.settle(world.now());
    if (recording.status() != RecordingStatus.DELETED) {
      noteMove(recording);
      tell(recording, recording.status().word());
    }
    told.remove(recording.sid());
  }

  /** The same, with silence at the ends cut off: at most this much is kept. */
  void stop(Recording recording, long keptMs) {
    stop(recording);
    recording.trimTo(keptMs);
  }

  void delete(Recording recording) {
    recording.delete(world.now());
    noteMove(recording);
  }

  /** The leg is over: what of it is recorded is, too. */
  void ended(Call call) {
    whenAnswered.remove(call.sid());
    stopAll(call.sid());
  }

  /** The conference is over. */
  void ended(Conference conference) {
    stopAll(conference.sid());
  }

  private void stopAll(String place) {
    for (Recording recording : List.copyOf(active.getOrDefault(place, List.of()))) {
      stop(recording);
    }
  }

  /**
   * The leg is over: the recording of all of it, which REST asked for, ends with it (CB-24).
   *
   * @return null when there is none
   */
  Recording stopWhole(Call call) {
    for (Recording recording : active.getOrDefault(call.sid(), List.of())) {
      if (recording.order().source() == RecordingSource.OUTBOUND_API) {
        stop(recording);
        return recording;
      }
    }
    return null;
  }

  /** Where its file is, without a suffix. */
  static String url(Recording recording) {
    return API + "/2010-04-01/Accounts/" + recording.account() + "/Recordings/" + recording.sid();
  }

  // ---- telling ----

  private void noteMove(Recording recording) {
    world.note(
        new Happening.RecordingMoved(
            recording.sid(), recording.status().word(), recording.keptMs()));
  }

  private void tell(Recording recording, String event) {
    Subscription subscriber = told.get(recording.sid()).subscriber();
    if (subscriber == null || !subscriber.wants(event)) {
      return;
    }
    RecordingOrder order = recording.order();
    Map<String, String> params = new LinkedHashMap<>();
    params.put("AccountSid", recording.account());
    if (order.conferenceSid() == null) {
      params.put("CallSid", order.callSid());
    } else {
      params.put("ConferenceSid", order.conferenceSid());
    }
    params.put("RecordingSid", recording.sid());
    params.put("RecordingUrl", url(recording));
    params.put("RecordingStatus", event);
    if (!event.equals("in-progress")) {
      params.put("RecordingDuration", Long.toString(recording.seconds()));
    }
    params.put("RecordingChannels", Integer.toString(order.channels()));
    params.put("RecordingStartTime", world.time(recording.createdAt()));
    params.put("RecordingSource", order.source().word());
    if (order.conferenceSid() == null) {
      params.put("RecordingTrack", order.track());
    }
    world
        .deliveries()
        .send(
            new Dispatch(
                told.get(recording.sid()).alias() + ".cb.recording-" + event,
                "recording-status",
                order.conferenceSid() == null ? order.callSid() : null,
                order.conferenceSid(),
                event,
                subscriber.method(),
                subscriber.url(),
                params,
                world.times().toCallback(),
                true,
                delivered -> world.noteDelivery(order.callSid(), delivered)));
  }

  private String alias(RecordingOrder order) {
    return order.conferenceSid() == null
        ? world.role(world.telephony().call(order.callSid()))
        : world.room(world.telephony().conference(order.conferenceSid()));
  }
}
