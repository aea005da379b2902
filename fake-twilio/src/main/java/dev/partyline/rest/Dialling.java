package dev.partyline.rest;

import dev.partyline.directory.Account;
import dev.partyline.directory.Directory;
import dev.partyline.knob.Knob;
import dev.partyline.telephony.Refusal;

/** Who may be dialled, and shown as caller, by REST (CALL-30 and the number rows of ERR). */
final class Dialling {

  private static final int LONGEST_CLIENT = 256;

  private final Backend backend;

  Dialling(Backend backend) {
    this.backend = backend;
  }

  /** 21201, then nothing else until the rest of the request has been looked at. */
  static String requireTo(RestRequest request) {
    String to = request.filled("To");
    if (to == null) {
      throw new Refusal(400, 21201, "No 'To' number is specified");
    }
    return to;
  }

  static String requireFrom(RestRequest request) {
    String from = request.filled("From");
    if (from == null) {
      throw new Refusal(400, 21213, "No 'From' number is specified");
    }
    return from;
  }

  /**
   * Refuses what the platform would not dial.
   *
   * @param callToken lets a caller's own number be shown to the next person; null when none came
   * @param badNumber code of a number in the wrong format, unless {@code rest.badNumberCode} says
   *     which (ERR-94)
   */
  void require(Account account, String to, String from, String callToken, int badNumber) {
    Directory directory = backend.directory();
    requireForm(to, badNumber);
    if (!Addresses.dialable(from)) {
      throw new Refusal(400, 21212, "The 'From' number " + from + " is not a valid phone number.");
    }
    if (Addresses.phone(to) && !Addresses.phone(from)) {
      throw new Refusal(
          400, 21212, "The 'From' number " + from + " is no phone number, and 'To' is one.");
    }
    boolean mayShow = !Addresses.phone(from) || directory.mayShow(account.sid(), from);
    if (!mayShow && callToken == null) {
      throw new Refusal(
          400,
          21210,
          "The source phone number provided, "
              + from
              + ", is not yet verified for your account. You may only make calls from phone numbers"
              + " that you've verified or purchased from Twilio.");
    }
    int refusal = directory.dialling().refusal(to);
    if (refusal != 0) {
      throw new Refusal(400, refusal, words(refusal, to));
    }
    if (account.kind() == Account.Kind.TRIAL
        && Addresses.phone(to)
        && !directory.mayShow(account.sid(), to)) {
      throw new Refusal(
          400,
          21219,
          "The number "
              + to
              + " is unverified. Trial accounts may only make calls to verified"
              + " numbers.");
    }
  }

  private void requireForm(String to, int badNumber) {
    if (Addresses.sip(to) && !to.matches("(?i)sips?:[^@\\s]+@[^@\\s]+")) {
      throw new Refusal(400, 21221, "The SIP address " + to + " is not valid.");
    }
    boolean nobody =
        to.equals("client:")
            || Addresses.client(to) && to.length() > "client:".length() + LONGEST_CLIENT;
    if (nobody || !Addresses.dialable(to)) {
      String one = backend.knobs().get(Knob.REST_BAD_NUMBER_CODE);
      int code =
          one.equals("byResource") ? badNumber : Integer.parseInt(one.substring("always".length()));
      throw new Refusal(
          400,
          code,
          code == 13_223
              ? "The phone number " + to + " is not a valid format"
              : "The 'To' number " + to + " is not a valid phone number.");
    }
  }

  private static String words(int code, String to) {
    return switch (code) {
      case 21202 -> "The number " + to + " is a premium number and cannot be called.";
      case 21203, 21215 -> "Account not authorized to call " + to + ".";
      case 21214 -> "The number " + to + " cannot be reached.";
      case 21216 -> "Account not allowed to call " + to + ".";
      default -> "The number " + to + " cannot be dialed.";
    };
  }
}
