package dev.switchboard.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.spec.KeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords as PBKDF2 hashes: {@code pbkdf2-sha256.ITERATIONS.SALT.HASH}, Base64 without pads. */
public final class Password {

  private static final int ITERATIONS = 210_000;
  private static final int BYTES = 32;
  private static final Pattern HASH =
      Pattern.compile("pbkdf2-sha256\\.([0-9]{4,7})\\.([A-Za-z0-9_-]{16,})\\.([A-Za-z0-9_-]{43})");

  private Password() {}

  /** A new hash of this password, with a salt of its own. */
  public static String hash(char[] password, Secrets secrets) {
    byte[] salt = secrets.next(16);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return "pbkdf2-sha256."
        + ITERATIONS
        + "."
        + base64.encodeToString(salt)
        + "."
        + base64.encodeToString(derive(password, salt, ITERATIONS));
  }

  /** Whether this is a hash. */
  public static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /** Whether the password is the one of the hash; takes as long either way. */
  public static boolean matches(char[] password, String hash) {
    Matcher parts = HASH.matcher(hash);
    if (!parts.matches()) {
      return false;
    }
    Base64.Decoder base64 = Base64.getUrlDecoder();
    byte[] salt = base64.decode(parts.group(2));
    byte[] expected = base64.decode(parts.group(3));
    return MessageDigest.isEqual(
        expected, derive(password, salt, Integer.parseInt(parts.group(1))));
  }

  private static byte[] derive(char[] password, byte[] salt, int iterations) {
    try {
      KeySpec spec = new PBEKeySpec(password, salt, iterations, BYTES * 8);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has PBKDF2", impossible);
    }
  }
}
