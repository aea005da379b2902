package dev.partyline.world;

import dev.partyline.directory.Directory;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.queue.Queues;
import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.Recordings;
import dev.partyline.rest.Backend;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.ParticipantChange;
import dev.partyline.telephony.SoundSource;
import dev.partyline.telephony.Subscription;
import dev.partyline.telephony.Telephony;
import java.util.List;

/** The platform as its REST API sees it. */
final class PlatformBackend implements Backend {

  private final World world;

  PlatformBackend(World world) {
    this.world = world;
  }

  @Override
  public Directory directory() {
    return world.directory();
  }

  @Override
  public String accountOf(String sid) {
    return world.accountOf(sid);
  }

  @Override
  public void actFor(String accountSid) {
    world.actFor(accountSid);
  }

  @Override
  public Knobs knobs() {
    return world.knobs();
  }

  @Override
  public long now() {
    return world.now();
  }

  @Override
  public String time(long ms) {
    return world.time(ms);
  }

  @Override
  public Telephony telephony() {
    return world.telephony();
  }

  @Override
  public Queues queues() {
    return world.queues();
  }

  @Override
  public Call dial(Outgoing what, Script script) {
    return world.placements().dial(what, script);
  }

  @Override
  public Call dialInto(
      Outgoing what, Conference conference, String name, Participant.Settings settings) {
    return world.placements().dialInto(what, conference, name, settings);
  }

  @Override
  public void limit(Call call, int seconds) {
    world.timeLimits().limit(call, seconds);
  }

  @Override
  public void passToClient(Call call, String message, String content) {
    world.note(new Happening.MessagePassed(call.sid(), message, "client", content));
    world.devices().message(call, message, content);
  }

  @Override
  public void subscribe(Call call, String sid, Subscription subscriber) {
    world.userMessages().subscribe(call, sid, subscriber);
  }

  @Override
  public boolean unsubscribe(Call call, String sid) {
    return world.userMessages().unsubscribe(call, sid);
  }

  @Override
  public List<Note> notes() {
    return new Logbook(world.journal()).notes();
  }

  @Override
  public List<Requested> requests(String callSid) {
    return new Logbook(world.journal()).requests(callSid);
  }

  @Override
  public Recordings recordings() {
    return world.recorder().recordings();
  }

  @Override
  public Recording record(RecordingOrder order, Subscription news) {
    return world.recorder().begin(order, news);
  }

  @Override
  public void recordWhenAnswered(RecordingOrder order, Subscription news) {
    world.recorder().whenAnswered(order, news);
  }

  @Override
  public void pause(Recording recording, boolean skip) {
    world.recorder().pause(recording, skip);
  }

  @Override
  public void resume(Recording recording) {
    world.recorder().resume(recording);
  }

  @Override
  public void stop(Recording recording) {
    world.recorder().stop(recording);
  }

  @Override
  public void delete(Recording recording) {
    world.recorder().delete(recording);
  }

  @Override
  public Call confirm(String number, String name, int delaySeconds, Subscription callback) {
    return world.confirmations().call(world.acting(), number, name, delaySeconds, callback);
  }

  @Override
  public void end(Call call, boolean cancel) {
    boolean answered = call.status() == CallStatus.IN_PROGRESS;
    CallStatus last =
        answered
            ? CallStatus.COMPLETED
            : cancel
                ? CallStatus.CANCELED
                : CallStatus.of(world.knobs().get(Knob.CALL_COMPLETED_ON_RINGING));
    world.carryOut(
        (model, now, effects) ->
            model.finish(call, last, answered ? 200 : 487, "rest", now, effects));
  }

  @Override
  public void redirect(Call call, Script script) {
    if (call.participant() != null) {
      world.carryOut((model, now, effects) -> model.pullOut(call.participant(), now, effects));
    }
    world.placements().takeDocument(call);
    world.scripts().load(call, script);
  }

  @Override
  public void complete(Conference conference) {
    world.carryOut((model, now, effects) -> model.complete(conference, now, effects));
  }

  @Override
  public void kick(Participant participant) {
    world.carryOut((model, now, effects) -> model.kick(participant, now, effects));
  }

  @Override
  public void announce(Participant participant, SoundSource what) {
    world.hearing().sounds().announce(participant, what);
  }

  @Override
  public void announce(Conference conference, SoundSource what) {
    world.hearing().sounds().announce(conference, what);
  }

  @Override
  public void change(Participant participant, ParticipantChange change) {
    world.carryOut((model, now, effects) -> model.change(participant, change, now, effects));
  }
}
