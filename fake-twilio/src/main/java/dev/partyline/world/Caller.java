package dev.partyline.world;

import dev.partyline.telephony.Call;

/** Somebody outside who calls the account's number. */
public final class Caller {

  private final World world;
  private final Party party;
  private Call call;

  Caller(World world, Party party) {
    this.world = world;
    this.party = party;
  }

  /** Calls the number: a conversation begins. */
  public void dial() {
    world.expect(party);
    call = world.arriveFrom(party.address(), Account.NUMBER, party);
  }

  /** Hangs up; does nothing when the call is over. */
  public void hangUp() {
    if (call != null) {
      world.hangUpFarEnd(call);
    }
  }
}
