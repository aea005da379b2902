package dev.switchboard.live;

import dev.switchboard.people.Secrets;
import java.security.SecureRandom;

/** What nobody can guess, drawn from the operating system. */
public final class Chance implements Secrets {

  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] next(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
