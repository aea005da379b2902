package dev.partyline.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A JSON web token in its three parts, not yet believed.
 *
 * @param signed header and claims as they were written, with the dot: what the signature is of
 */
record Jwt(JsonNode header, JsonNode claims, String signed, byte[] signature) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Takes a token apart.
   *
   * @throws BadToken for what is none
   */
  static Jwt parse(String text) {
    String[] parts = text == null ? new String[0] : text.trim().split("\\.", -1);
    if (parts.length != 3) {
      throw new BadToken(
          TokenFault.MALFORMED,
          "a token has three parts with a dot between them, header.claims.signature; this one has "
              + (text == null || text.isBlank() ? "none" : parts.length));
    }
    return new Jwt(
        object("header", parts[0]),
        object("claims", parts[1]),
        parts[0] + "." + parts[1],
        decode("signature", parts[2]));
  }

  /** Writes a token and signs it. */
  static String write(JsonNode header, JsonNode claims, String secret) {
    String signed = encode(bytes(header)) + "." + encode(bytes(claims));
    return signed + "." + encode(hmac(signed, secret));
  }

  /** Whether this secret made the signature. */
  boolean isSignedWith(String secret) {
    return !secret.isEmpty() && MessageDigest.isEqual(hmac(signed, secret), signature);
  }

  private static JsonNode object(String part, String text) {
    byte[] json = decode(part, text);
    try {
      JsonNode node = JSON.readTree(json);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException noJson) {
      // answered below, like other JSON than an object
    }
    throw new BadToken(
        TokenFault.MALFORMED, "the " + part + " of the token, once decoded, is no JSON object");
  }

  private static byte[] decode(String part, String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException bad) {
      throw new BadToken(
          TokenFault.MALFORMED, "the " + part + " of the token is not base64url: " + text);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that cannot be written: " + json, e);
    }
  }

  private static byte[] hmac(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
