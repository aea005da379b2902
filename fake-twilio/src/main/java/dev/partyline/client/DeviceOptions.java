package dev.partyline.client;

import dev.partyline.delay.Region;
import dev.partyline.phone.PhoneScript;

/**
 * What a page gives its device.
 *
 * @param edge near which the softphone is; null for {@code roaming}: the nearest
 * @param allowIncomingWhileBusy whether it rings while it is in a call (CLIENT-14)
 * @param signallingGapMs how long its calls survive the loss of signalling, 0 to 30,000 (CLIENT-18)
 * @param script what the person at it does; null when somebody operates it
 */
public record DeviceOptions(
    Region edge, boolean allowIncomingWhileBusy, long signallingGapMs, PhoneScript script) {

  /** The SDK's own: nearest edge, one call at a time, no gap; operated by hand. */
  public static final DeviceOptions STANDARD = new DeviceOptions(null, false, 0, null);

  private static final long LONGEST_GAP_MS = 30_000;

  /** Checks the gap. */
  public DeviceOptions {
    if (signallingGapMs < 0 || signallingGapMs > LONGEST_GAP_MS) {
      throw new IllegalArgumentException(
          "signallingGapMs is " + signallingGapMs + "; it must be 0 to " + LONGEST_GAP_MS);
    }
  }

  /** The same near this edge. */
  public DeviceOptions near(Region other) {
    return new DeviceOptions(other, allowIncomingWhileBusy, signallingGapMs, script);
  }

  /** The same, ringing while in a call. */
  public DeviceOptions ringingWhileBusy() {
    return new DeviceOptions(edge, true, signallingGapMs, script);
  }

  /** The same with calls that survive a gap in signalling. */
  public DeviceOptions surviving(long gapMs) {
    return new DeviceOptions(edge, allowIncomingWhileBusy, gapMs, script);
  }

  /** The same with somebody at it who follows a script. */
  public DeviceOptions playing(PhoneScript other) {
    return new DeviceOptions(edge, allowIncomingWhileBusy, signallingGapMs, other);
  }
}
