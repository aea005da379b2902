package dev.partyline.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.directory.Account;
import dev.partyline.directory.ApiKey;
import dev.partyline.directory.Directory;

/** Says whether a token is good; asked anew each time one is shown. */
public final class TokenCheck {

  /** The longest life of a token, in seconds (TOKEN-02). */
  public static final long LONGEST_LIFE = 86_400;

  private final Directory directory;

  /** Checks by the keys of this directory. */
  public TokenCheck(Directory directory) {
    this.directory = directory;
  }

  /**
   * Reads a token and checks its header, its issuer, its signature and its times.
   *
   * @param now seconds since 1970
   * @throws BadToken when it is refused
   */
  public AccessToken verify(String text, long now) {
    Jwt jwt = Jwt.parse(text);
    AccessToken token = Claims.read(jwt);
    header(jwt);
    String secret = secret(token);
    if (!jwt.isSignedWith(secret)) {
      throw new BadToken(TokenFault.SIGNATURE, whoSigned(jwt, token));
    }
    times(jwt, token, now);
    return token;
  }

  /**
   * Reads a token and believes it: knob {@code token.verify} is false (TOKEN-10).
   *
   * @throws BadToken when it cannot be read
   */
  public AccessToken believe(String text) {
    return Claims.read(Jwt.parse(text));
  }

  private static void header(Jwt jwt) {
    String algorithm = jwt.header().path("alg").asText();
    if (!algorithm.equals("HS256")) {
      throw new BadToken(
          TokenFault.HEADER, "'alg' is '" + algorithm + "'; access tokens are signed with HS256");
    }
    String type = jwt.header().path("typ").asText("JWT");
    if (!type.equals("JWT")) {
      throw new BadToken(TokenFault.HEADER, "'typ' is '" + type + "'; it must be JWT");
    }
    String content = jwt.header().path("cty").asText("");
    if (jwt.claims().has("grants") && !content.startsWith("twilio-fpa;v=1")) {
      throw new BadToken(
          TokenFault.HEADER, "'cty' is '" + content + "'; of access tokens it is twilio-fpa;v=1");
    }
  }

  private String secret(AccessToken token) {
    if (token.issuer().equals(token.accountSid())) {
      return account(token).token();
    }
    ApiKey key = directory.key(token.issuer());
    if (key == null) {
      throw new BadToken(
          TokenFault.ISSUER,
          "there is no API key " + token.issuer() + " ('iss'); make one, or list it under apiKeys");
    }
    account(token);
    if (!key.accountSid().equals(token.accountSid())) {
      throw new BadToken(
          TokenFault.ISSUER,
          "API key "
              + key.sid()
              + " is of account "
              + key.accountSid()
              + ", and the token's 'sub' is "
              + token.accountSid());
    }
    return key.secret();
  }

  private Account account(AccessToken token) {
    Account account = directory.account(token.accountSid());
    if (account == null) {
      throw new BadToken(TokenFault.ISSUER, "there is no account " + token.accountSid());
    }
    if (!account.active()) {
      throw new BadToken(
          TokenFault.ISSUER, "account " + account.sid() + " is " + account.status().word());
    }
    return account;
  }

  /** The usual mistakes by name. */
  private String whoSigned(Jwt jwt, AccessToken token) {
    Account account = directory.account(token.accountSid());
    if (!token.issuer().equals(account.sid()) && jwt.isSignedWith(account.token())) {
      return "it is signed with the account's auth token; sign with the secret of API key "
          + token.issuer();
    }
    for (ApiKey other : directory.keys(account.sid())) {
      if (jwt.isSignedWith(other.secret())) {
        return "it names API key " + token.issuer() + " and is signed with that of " + other.sid();
      }
    }
    return token.issuer().equals(account.sid())
        ? "it is not signed with the auth token of account " + account.sid()
        : "it is not signed with the secret of API key " + token.issuer();
  }

  private static void times(Jwt jwt, AccessToken token, long now) {
    long begins = begins(jwt, token, now);
    if (token.expires() - begins > LONGEST_LIFE) {
      throw new BadToken(
          TokenFault.TOO_LONG,
          "it is to live for "
              + (token.expires() - begins)
              + " s; 24 hours ("
              + LONGEST_LIFE
              + " s) is the most (TOKEN-02)");
    }
    if (now >= token.expires()) {
      throw new BadToken(
          TokenFault.EXPIRED,
          "it expired at "
              + instant(token.expires())
              + " and it is "
              + instant(now)
              + ", "
              + (now - token.expires())
              + " s later; give the device a fresh one");
    }
    if (now < token.notBefore()) {
      throw new BadToken(
          TokenFault.NOT_YET_VALID,
          "it begins at "
              + instant(token.notBefore())
              + " ('nbf') and it is "
              + instant(now)
              + "; compare the clock of the server that made it");
    }
  }

  /** A token that does not say from when on it holds was made when its name says (TOKEN-01). */
  private static long begins(Jwt jwt, AccessToken token, long now) {
    if (token.notBefore() > 0) {
      return token.notBefore();
    }
    JsonNode made = jwt.claims().path("iat");
    if (made.canConvertToLong()) {
      return made.asLong();
    }
    String name = jwt.claims().path("jti").asText("");
    String tail = name.substring(name.lastIndexOf('-') + 1);
    return tail.matches("[0-9]{9,12}") ? Long.parseLong(tail) : Math.min(now, token.expires());
  }

  private static String instant(long seconds) {
    return java.time.Instant.ofEpochSecond(seconds).toString();
  }
}
