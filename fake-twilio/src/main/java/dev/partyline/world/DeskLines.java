package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.rest.Backend.Outgoing;
import dev.partyline.rest.Backend.Script;
import dev.partyline.routing.Lines;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.Dispatch;
import java.time.Instant;
import java.util.Map;

/** The world as TaskRouter's desk sees it. */
final class DeskLines implements Lines {

  /** TR-RES-12: an answer at the boundary may still win. */
  private static final long TIMER_SLACK_MS = 1_000;

  private final World world;

  DeskLines(World world) {
    this.world = world;
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
  public Instant instant(long ms) {
    return Account.EPOCH.plusMillis(ms);
  }

  @Override
  public Chance chance() {
    return world.chance();
  }

  @Override
  public Cancellable in(String name, Span delay, Runnable action) {
    return world.in(name, delay, action);
  }

  @Override
  public void note(Happening what) {
    world.note(what);
  }

  @Override
  public void send(Dispatch dispatch) {
    world.deliveries().send(dispatch);
  }

  @Override
  public long timerSlackMs() {
    return world.times().toCallback().max() == 0 ? 0 : TIMER_SLACK_MS;
  }

  @Override
  public Span toCallback() {
    return world.times().toCallback();
  }

  @Override
  public Call call(String sid) {
    return world.telephony().call(sid);
  }

  @Override
  public Map<String, String> parameters(Call call) {
    return world.callbacks().callParams(call, call.status().word());
  }

  @Override
  public Call dial(String account, Call about, Outgoing what, Script script) {
    String before = world.acting();
    world.actFor(account);
    world.placements().inConversationOf(about);
    try {
      return world.backend().dial(what, script);
    } finally {
      world.placements().inConversationOf(null);
      world.actFor(before);
    }
  }

  @Override
  public boolean mayShow(String account, String number) {
    return world.directory().mayShow(account, number);
  }

  @Override
  public void end(Call call) {
    if (call.isLive()) {
      world.backend().end(call, true);
    }
  }

  @Override
  public void redirect(Call call, Script script) {
    if (call.isLive()) {
      world.backend().redirect(call, script);
    }
  }

  @Override
  public boolean takeOut(Call caller, String twiml) {
    return world.scripts().takeOut(caller, twiml);
  }
}
