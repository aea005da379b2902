package dev.partyline.world;

import dev.partyline.directory.Account;
import dev.partyline.directory.Directory;
import dev.partyline.webhook.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Each account signs its webhooks with its own auth token (SEC-04). */
final class Signatures implements Function<String, Signature> {

  private final Directory directory;
  private final Map<String, Signature> byToken = new LinkedHashMap<>();

  Signatures(Directory directory) {
    this.directory = directory;
  }

  /** The signature of an account; of the main one when a webhook names none. */
  @Override
  public Signature apply(String accountSid) {
    Account account = accountSid == null ? null : directory.account(accountSid);
    return byToken.computeIfAbsent(
        (account == null ? directory.main() : account).token(), Signature::new);
  }
}
