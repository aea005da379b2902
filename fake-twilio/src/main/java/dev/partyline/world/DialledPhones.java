package dev.partyline.world;

import dev.partyline.journal.PhoneAction;
import dev.partyline.phone.Line;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;

/** What people at dialled phones do to their legs. */
final class DialledPhones implements Line {

  private final World world;

  DialledPhones(World world) {
    this.world = world;
  }

  @Override
  public void rings(Call call) {
    world.acted(call, PhoneAction.RINGS);
    world.meetings().rings(call);
    world.carryOut((model, now, effects) -> model.ring(call, now, effects));
  }

  @Override
  public void answers(Call call) {
    world.acted(call, PhoneAction.ANSWERS);
    world.carryOut((model, now, effects) -> model.answer(call, "far-end", now, effects));
  }

  @Override
  public void answersByMachine(Call call) {
    world.acted(call, PhoneAction.MACHINE_ANSWERS);
    world.carryOut((model, now, effects) -> model.answer(call, "far-end", now, effects));
  }

  @Override
  public void ends(Call call, CallStatus last, int sip, String by, String action) {
    if (action != null) {
      world.acted(call, action);
    }
    world.carryOut((model, now, effects) -> model.finish(call, last, sip, by, now, effects));
  }

  @Override
  public void presses(Call call, String keys) {
    world.acted(call, PhoneAction.PRESSES_KEYS);
    world.press(call, keys);
  }

  @Override
  public void says(Call call, String words, long ms) {
    world.acted(call, PhoneAction.SPEAKS);
    world.speak(call, words, "0.9", ms);
    world.speech(call, true);
    world.in(
        world.role(call) + ".falls-silent",
        Span.exactly(ms),
        () -> {
          if (call.isLive()) {
            world.speech(call, false);
          }
        });
  }

  @Override
  public void vanished(Call call) {
    world.acted(call, PhoneAction.VANISHES);
  }
}
