package dev.partyline.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Passwords of the fake: long enough to look real, and the same in every run, since nothing worth
 * keeping stands behind them.
 */
final class Secrets {

  private static final int BYTES = 16;

  private Secrets() {}

  /** 32 hexadecimal digits that follow from a text. */
  static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder(2 * BYTES);
      for (int i = 0; i < BYTES; i++) {
        hex.append(String.format("%02x", digest[i]));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
