package dev.partyline.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Makes up the sound of a recording: a soft tone of 200 Hz, as a WAV file of 16-bit samples at 8
 * kHz. Nobody's words are in it; its length is right up to {@link #LONGEST_MS}.
 */
public final class Wave {

  /** Longer recordings are cut off here: five minutes, 4.8 MB a channel. */
  public static final long LONGEST_MS = 300_000;

  private static final int RATE = 8_000;
  private static final int HEADER_BYTES = 44;
  private static final int HALF_WAVE = 20;
  private static final int LOUDNESS = 1_500;

  private Wave() {}

  /**
   * The file.
   *
   * @param ms length, 0 or more
   * @param channels 1 or 2, which sound alike
   */
  public static byte[] of(long ms, int channels) {
    int frames = (int) (Math.min(ms, LONGEST_MS) * RATE / 1000);
    int frameBytes = 2 * channels;
    int dataBytes = frames * frameBytes;
    ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(word("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(word("WAVE"));
    file.put(word("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
    file.putInt(RATE).putInt(RATE * frameBytes).putShort((short) frameBytes).putShort((short) 16);
    file.put(word("data")).putInt(dataBytes);
    for (int frame = 0; frame < frames; frame++) {
      short sample = triangle(frame);
      for (int channel = 0; channel < channels; channel++) {
        file.putShort(sample);
      }
    }
    return file.array();
  }

  /** Whole numbers only, so that every machine makes the same bytes. */
  private static short triangle(int frame) {
    int at = frame % (2 * HALF_WAVE);
    int up = at < HALF_WAVE ? at : 2 * HALF_WAVE - at;
    return (short) (LOUDNESS * (2 * up - HALF_WAVE) / HALF_WAVE);
  }

  private static byte[] word(String four) {
    return four.getBytes(StandardCharsets.US_ASCII);
  }
}
