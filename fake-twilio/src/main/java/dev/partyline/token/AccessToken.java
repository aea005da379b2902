package dev.partyline.token;

import java.util.List;
import java.util.Optional;

/**
 * A token whose signature and times are good.
 *
 * @param accountSid whose it is
 * @param issuer the API key that signed it; of an old capability token the account itself
 * @param identity the client's name; null when the token has none
 * @param notBefore seconds since 1970; 0 when it holds from the beginning of time
 * @param expires seconds since 1970; from that second on it is no good
 * @param region the region it was made for ({@code twr}); null when it does not say
 * @param voice null without this grant, like the next two
 * @param others names of grants that the fake does not know
 */
public record AccessToken(
    String accountSid,
    String issuer,
    String identity,
    long notBefore,
    long expires,
    String region,
    VoiceGrant voice,
    SyncGrant sync,
    TaskRouterGrant taskRouter,
    List<String> others) {

  /** Copies the list. */
  public AccessToken {
    others = List.copyOf(others);
  }

  /**
   * What it allows a softphone.
   *
   * @throws BadToken without a voice grant or an identity
   */
  public VoiceGrant requireVoice() {
    if (voice == null) {
      throw missing("voice", "new VoiceGrant()");
    }
    if (identity == null) {
      throw new BadToken(
          TokenFault.GRANTS, "the token has no identity, so nobody could call this softphone");
    }
    return voice;
  }

  /**
   * What it allows a Sync client.
   *
   * @throws BadToken without a Sync grant
   */
  public SyncGrant requireSync() {
    return Optional.ofNullable(sync).orElseThrow(() -> missing("data_sync", "new SyncGrant()"));
  }

  /**
   * What it allows a worker's page.
   *
   * @throws BadToken without a TaskRouter grant
   */
  public TaskRouterGrant requireTaskRouter() {
    return Optional.ofNullable(taskRouter)
        .orElseThrow(() -> missing("task_router", "new TaskRouterGrant()"));
  }

  private BadToken missing(String key, String sdk) {
    return new BadToken(
        TokenFault.GRANTS,
        "the token has no '" + key + "' grant; add " + sdk + " where it is made (TOKEN-08)");
  }
}
