package dev.partyline.knob;

import java.util.EnumMap;
import java.util.Map;

/** A platform worth naming: values for many knobs at once. */
public enum Preset {
  /** As documented: every knob at its default. */
  DOCS("docs"),

  /** What nobody knows is otherwise: every sweep knob at its second value. */
  HOSTILE("hostile"),

  /**
   * As in 2018: an add that failed leaves no trace in the conference, events give no reasons, and
   * conferences are mixed in us1 unless they name a region.
   */
  AS_2018("as2018");

  private final String word;

  Preset(String word) {
    this.word = word;
  }

  /** The name people write. */
  public String word() {
    return word;
  }

  /** The values that differ from the defaults. */
  public Map<Knob, String> settings() {
    Map<Knob, String> values = new EnumMap<>(Knob.class);
    switch (this) {
      case DOCS -> {}
      case HOSTILE -> {
        for (Knob knob : Knob.values()) {
          if (knob.sweep()) {
            values.put(knob, knob.choices().get(1));
          }
        }
      }
      case AS_2018 -> {
        values.put(Knob.PART_LEAVE_IF_NEVER_JOINED, "false");
        values.put(Knob.CB_REASONS, "none");
        values.put(Knob.REGION_AUTO_RULE, "us1");
      }
    }
    return values;
  }

  /** The platform itself. */
  public Knobs knobs() {
    return Knobs.standard().with(settings());
  }

  /**
   * The preset of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists all
   */
  public static Preset named(String word) {
    StringBuilder all = new StringBuilder();
    for (Preset preset : values()) {
      if (preset.word.equals(word)) {
        return preset;
      }
      all.append(all.length() == 0 ? "" : ", ").append(preset.word);
    }
    throw new IllegalArgumentException("no preset '" + word + "'; there are " + all);
  }
}
