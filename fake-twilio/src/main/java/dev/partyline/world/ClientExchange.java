package dev.partyline.world;

import dev.partyline.client.Exchange;
import dev.partyline.delay.Region;
import dev.partyline.directory.TwimlApp;
import dev.partyline.journal.Happening;
import dev.partyline.journal.PhoneAction;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.token.AccessToken;
import java.util.List;
import java.util.Map;

/** The platform as softphones reach it. */
final class ClientExchange implements Exchange {

  private final World world;

  ClientExchange(World world) {
    this.world = world;
  }

  @Override
  public Knobs knobs() {
    return world.knobs();
  }

  @Override
  public Cancellable in(String name, Span delay, Runnable action) {
    return world.in(name, delay, action);
  }

  @Override
  public String unique(String base) {
    return world.leg(base);
  }

  @Override
  public void note(Happening what) {
    world.note(what);
  }

  @Override
  public long seconds() {
    return world.tokens().seconds();
  }

  @Override
  public AccessToken verify(String token) {
    return world.tokens().verify(token);
  }

  @Override
  public String accountOf(Call call) {
    return world.accountOf(call.sid());
  }

  @Override
  public String standardApplication() {
    List<TwimlApp> own = world.directory().applications(world.directory().main().sid());
    return own.isEmpty() ? null : own.get(0).sid();
  }

  @Override
  public Call arrives(String identity, String applicationSid, Map<String, String> parameters) {
    return world.connect(identity, applicationSid, parameters);
  }

  @Override
  public void comesBy(Call call, Region edge) {
    world.delays().comesBy(call, edge);
  }

  @Override
  public void rings(Call call) {
    world.people().rings(call);
  }

  @Override
  public void answers(Call call) {
    world.people().answers(call);
  }

  @Override
  public void refuses(Call call, boolean declined) {
    if (declined) {
      world.people().ends(call, CallStatus.BUSY, 600, "far-end", PhoneAction.REJECTS);
    } else {
      world.people().ends(call, CallStatus.NO_ANSWER, 480, "platform", null);
    }
  }

  @Override
  public void ringsOut(Call call) {
    world.people().ends(call, CallStatus.NO_ANSWER, 487, "timeout", PhoneAction.RINGS_OUT);
  }

  @Override
  public void findsNobody(Call call) {
    world.phones().dialledUnregistered(call, world.knobs().get(Knob.CALL_UNREGISTERED_CLIENT));
  }

  @Override
  public void hangsUp(Call call) {
    if (call.origin().direction().equals("inbound")) {
      world.hangUpFarEnd(call);
    } else {
      world.phones().hangUp(call);
    }
  }

  @Override
  public void vanishes(Call call) {
    world.phones().vanish(call);
  }

  @Override
  public void presses(Call call, String keys) {
    world.people().presses(call, keys);
  }

  @Override
  public String says(Call call, String content) {
    return world.clientSays(call, content);
  }

  @Override
  public void mutes(Call call, boolean muted) {
    world.hearing().microphone(call);
  }
}
