package dev.partyline.client;

import dev.partyline.knob.Knob;
import dev.partyline.token.AccessToken;
import dev.partyline.token.BadToken;
import dev.partyline.token.TokenFault;
import dev.partyline.token.VoiceGrant;
import java.util.Map;
import java.util.regex.Pattern;

/** What a device may do by the token it shows; without a token the fake allows everything. */
final class Permissions {

  private static final Pattern IDENTITY = Pattern.compile("\\w{1,121}");

  private final Exchange exchange;

  Permissions(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Lets a device register.
   *
   * @throws BadToken when it may not
   */
  void register(Device device) {
    AccessToken token = device.credentials().valid();
    if (token != null && !token.requireVoice().incoming()) {
      throw new BadToken(
          TokenFault.GRANTS,
          "the token does not allow incoming calls; set incoming.allow in its voice grant"
              + " (TOKEN-08)");
    }
    rightName(device);
  }

  /**
   * The application that a device connects to (CLIENT-26).
   *
   * @param asked the one the page names; null when it names none
   * @param parameters gets those of the token, which win over the page's
   * @throws BadToken when it may call nobody, or not through this application
   */
  String connect(Device device, String asked, Map<String, String> parameters) {
    AccessToken token = device.credentials().valid();
    if (token == null) {
      String application = asked == null ? exchange.standardApplication() : asked;
      if (application == null) {
        throw new BadToken(TokenFault.GRANTS, "the account has no TwiML application to connect to");
      }
      return application;
    }
    VoiceGrant grant = token.requireVoice();
    rightName(device);
    if (grant.applicationSid() == null) {
      throw new BadToken(
          TokenFault.GRANTS,
          "the token names no TwiML application; set outgoing.application_sid in its voice grant"
              + " (CLIENT-26)");
    }
    if (asked != null && !asked.equals(grant.applicationSid())) {
      throw new BadToken(
          TokenFault.GRANTS,
          "the token is for application " + grant.applicationSid() + ", not for " + asked);
    }
    parameters.putAll(grant.parameters());
    return grant.applicationSid();
  }

  /** CLIENT-02. */
  private void rightName(Device device) {
    if (IDENTITY.matcher(device.identity()).matches()) {
      return;
    }
    String what =
        "identity '"
            + device.identity()
            + "' has other characters than letters, digits and underscore, or more than 121";
    if (exchange.knobs().is(Knob.CLIENT_IDENTITY_RULE, "enforce")) {
      throw new BadToken(TokenFault.GRANTS, what + " (31105, CLIENT-02)");
    }
    device.told("warning", null, Map.of("code", "31105", "message", what));
  }
}
