package dev.partyline.world;

import dev.partyline.directory.ApiKey;
import dev.partyline.knob.Knob;
import dev.partyline.token.AccessToken;
import dev.partyline.token.SyncGrant;
import dev.partyline.token.TaskRouterGrant;
import dev.partyline.token.TokenCheck;
import dev.partyline.token.TokenMint;
import dev.partyline.token.VoiceGrant;
import java.time.Instant;
import java.util.List;

/**
 * Access tokens by this platform's keys and clock (TOKEN-10). A live platform tells the time of
 * tokens from the instant it began at, because applications make theirs by the wall clock.
 */
public final class Tokens {

  private final World world;
  private Instant began = Account.EPOCH;

  Tokens(World world) {
    this.world = world;
  }

  /** Simulated time 0 is this instant for tokens; nothing else is dated by it. */
  public void beganAt(Instant instant) {
    began = instant;
  }

  /** Seconds since 1970. */
  public long seconds() {
    return began.plusMillis(world.now()).getEpochSecond();
  }

  /**
   * Reads a token, and unless {@code token.verify} is false checks it.
   *
   * @throws dev.partyline.token.BadToken when it is refused
   */
  public AccessToken verify(String token) {
    TokenCheck check = new TokenCheck(world.directory());
    return world.knobs().is(Knob.TOKEN_VERIFY, "true")
        ? check.verify(token, seconds())
        : check.believe(token);
  }

  /**
   * A token signed with the main account's first key.
   *
   * @param life in seconds
   * @param voice null for none, like the next two
   * @throws IllegalStateException when the account has no key
   */
  public String make(
      String identity, long life, VoiceGrant voice, SyncGrant sync, TaskRouterGrant taskRouter) {
    List<ApiKey> keys = world.directory().keys(world.directory().main().sid());
    if (keys.isEmpty()) {
      throw new IllegalStateException("the account has no API key to sign with; make one first");
    }
    return new TokenMint(keys.get(0)).make(identity, seconds(), life, voice, sync, taskRouter);
  }
}
