package dev.partyline.token;

/**
 * What can be wrong with a token, with the codes clients see (CLIENT-22).
 *
 * <p>The first code is the precise one; the second is what a Voice SDK shows that was not asked for
 * precise errors.
 */
public enum TokenFault {
  /** No JSON web token, or a claim is missing or of the wrong kind. */
  MALFORMED(20101, 31204, "Invalid Access Token"),
  /** The header is not that of an access token. */
  HEADER(20102, 31204, "Invalid Access Token header"),
  /** The key is unknown, or of another account than the token says. */
  ISSUER(20103, 31204, "Invalid Access Token issuer/subject"),
  /** Its time is over. */
  EXPIRED(20104, 31205, "Access Token expired or expiration date invalid"),
  /** Its time has not begun. */
  NOT_YET_VALID(20105, 31204, "Access Token not yet valid"),
  /** It does not allow what is asked for. */
  GRANTS(20106, 31204, "Invalid Access Token grants"),
  /** It was signed with another secret, or changed afterwards. */
  SIGNATURE(20107, 31202, "Invalid Access Token signature"),
  /** It would live for more than 24 hours (TOKEN-02). */
  TOO_LONG(20157, 31207, "Expiration Time Exceeds Maximum Time Allowed");

  private final int code;
  private final int plainCode;
  private final String text;

  TokenFault(int code, int plainCode, String text) {
    this.code = code;
    this.plainCode = plainCode;
    this.text = text;
  }

  /** The precise code, from 20101 to 20157. */
  public int code() {
    return code;
  }

  /** The code of an SDK without precise errors, from 31202 to 31207. */
  public int plainCode() {
    return plainCode;
  }

  /** The platform's words for it. */
  public String text() {
    return text;
  }
}
