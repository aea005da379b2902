package dev.partyline.junit;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import java.util.EnumMap;
import java.util.Map;

/** Knobs as an annotation writes them. */
final class KnobTexts {

  private KnobTexts() {}

  /**
   * These knobs with others turned.
   *
   * @param texts each {@code name=value}
   * @throws IllegalArgumentException naming the text that is wrong and what could stand there
   */
  static Knobs turned(Knobs knobs, String... texts) {
    Map<Knob, String> values = new EnumMap<>(Knob.class);
    for (String text : texts) {
      int at = text.indexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException(
            "knobs = \"" + text + "\" is no name=value, for example \"call.ringBuffer=0\"");
      }
      values.put(Knob.named(text.substring(0, at).trim()), text.substring(at + 1).trim());
    }
    return knobs.with(values);
  }
}
