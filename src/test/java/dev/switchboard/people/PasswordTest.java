package dev.switchboard.people;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordTest {

  private static int drawn;

  private static byte[] counted(int count) {
    byte[] bytes = new byte[count];
    bytes[0] = (byte) ++drawn;
    return bytes;
  }

  @Test
  void hash_is_of_that_password_alone() {
    String hash = Password.hash("correct horse".toCharArray(), PasswordTest::counted);
    assertTrue(Password.isHash(hash), hash);
    assertTrue(Password.matches("correct horse".toCharArray(), hash));
    assertFalse(Password.matches("correct horsf".toCharArray(), hash));
    assertFalse(hash.contains("correct"));
  }

  @Test
  void same_password_gives_another_hash_each_time() {
    assertNotEquals(
        Password.hash("same".toCharArray(), PasswordTest::counted),
        Password.hash("same".toCharArray(), PasswordTest::counted));
  }

  @Test
  void what_is_no_hash_matches_nothing() {
    assertFalse(Password.matches("".toCharArray(), ""));
    assertFalse(Password.matches("plain".toCharArray(), "plain"));
  }
}
