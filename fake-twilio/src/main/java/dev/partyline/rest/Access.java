package dev.partyline.rest;

import dev.partyline.directory.Account;
import dev.partyline.directory.Directory;
import dev.partyline.telephony.Refusal;
import java.util.List;
import java.util.Set;

/**
 * Who may do what with which account (SEC-13 to SEC-16).
 *
 * @param actor whose credentials came along
 * @param account which account the request is for
 */
record Access(Account actor, Account account) {

  private static final int ACCOUNT = 2;

  /** What test credentials reach. */
  private static final Set<String> OF_TESTS = Set.of("Calls", "IncomingPhoneNumbers", "Messages");

  /**
   * Who asks, and for which account.
   *
   * @param path decoded segments
   * @throws Refusal when the credentials are missing, wrong, or do not reach that account
   */
  static Access check(Directory directory, RestRequest request, List<String> path) {
    if (request.user() == null || request.password() == null) {
      throw new Refusal(401, 20003, "Authentication Error - No credentials provided");
    }
    Account actor = directory.authenticate(request.user(), request.password());
    if (actor == null) {
      throw wrong();
    }
    if (!actor.active()) {
      throw new Refusal(
          403, 20005, "Account " + actor.sid() + " is " + actor.status().word() + ", not active");
    }
    boolean named =
        path.size() > ACCOUNT && path.get(0).equals("2010-04-01") && path.get(1).equals("Accounts");
    Account account = named ? directory.account(path.get(ACCOUNT)) : actor;
    if (account == null || !directory.mayActFor(actor, account)) {
      throw wrong();
    }
    if (directory.account(request.user()) == null && isManagement(path)) {
      // an API key does not read or change accounts and keys (SEC-15)
      throw wrong();
    }
    if (account.kind() == Account.Kind.TEST) {
      requireTestable(request, path);
    }
    boolean dials =
        request.method().equals("POST")
            && Set.of("Calls", "Participants").contains(path.get(path.size() - 1));
    if (dials && !account.active()) {
      throw new Refusal(403, 10001, "Account " + account.sid() + " is " + account.status().word());
    }
    return new Access(actor, account);
  }

  private static boolean isManagement(List<String> path) {
    boolean accounts = path.size() <= ACCOUNT + 1 && path.get(0).equals("2010-04-01");
    return accounts
        || path.size() > ACCOUNT + 1
            && Set.of("Keys", "SigningKeys").contains(path.get(ACCOUNT + 1));
  }

  private static void requireTestable(RestRequest request, List<String> path) {
    boolean testable =
        request.method().equals("POST")
            && path.size() == ACCOUNT + 2
            && OF_TESTS.contains(path.get(ACCOUNT + 1));
    if (!testable) {
      throw new Refusal(403, 20008, "Resource not accessible with Test Account Credentials");
    }
    throw new NotModelled("requests with test credentials");
  }

  private static Refusal wrong() {
    return new Refusal(401, 20003, "Authenticate");
  }
}
