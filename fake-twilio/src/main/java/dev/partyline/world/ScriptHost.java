package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.queue.Queues;
import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.script.Platform;
import dev.partyline.script.Routing;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import dev.partyline.telephony.AnswerDetection;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Subscription;
import dev.partyline.webhook.Dispatch;
import java.util.Map;

/** The world as running documents see it. */
final class ScriptHost implements Platform {

  private final World world;
  private final TimeProfile times;

  ScriptHost(World world, TimeProfile times) {
    this.world = world;
    this.times = times;
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
  public Cancellable in(String name, Span delay, Runnable action) {
    return world.in(name, delay, action);
  }

  @Override
  public Chance chance() {
    return world.chance();
  }

  @Override
  public Routing routing() {
    return world.desk().callers();
  }

  @Override
  public Queues queues() {
    return world.queues();
  }

  @Override
  public Recording record(RecordingOrder order, Subscription news) {
    return world.recorder().begin(order, news);
  }

  @Override
  public void stop(Recording recording, long keptMs) {
    world.recorder().stop(recording, keptMs);
  }

  @Override
  public String recordingUrl(Recording recording) {
    return Recorder.url(recording);
  }

  @Override
  public String accountOf(Call call) {
    return world.accountOf(call.sid());
  }

  @Override
  public void note(Happening what) {
    world.note(what);
  }

  @Override
  public void carryOut(Command command) {
    world.carryOut(command);
  }

  @Override
  public Call dial(Call parent, Leg leg) {
    return world.placements().dialFor(parent, leg);
  }

  @Override
  public boolean mayShow(Call call, String number) {
    return world.directory().mayShow(world.accountOf(call.sid()), number);
  }

  @Override
  public void detect(Call call, AnswerDetection detection, Subscription callback) {
    world.detect(call, detection, callback);
  }

  @Override
  public void heard(Call call, String keys) {
    world.heard(call, keys);
  }

  @Override
  public void send(Dispatch dispatch) {
    world.deliveries().send(dispatch);
  }

  @Override
  public Map<String, String> documentParams(Call call) {
    Map<String, String> params = world.callbacks().callParams(call, call.status().word());
    String application = world.applicationOf(call);
    if (application != null) {
      params.put("ApplicationSid", application);
    }
    return params;
  }

  @Override
  public Conference meetingPlace(String name) {
    world.maybeSplit(name);
    return world.telephony().live(name);
  }

  @Override
  public long audioMs(String url) {
    return world.audioMs(url);
  }

  @Override
  public Span toTwimlRequest() {
    return times.toTwimlRequest();
  }

  @Override
  public Span toJoin() {
    return times.toJoin();
  }
}
