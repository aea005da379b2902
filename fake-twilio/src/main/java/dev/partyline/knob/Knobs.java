package dev.partyline.knob;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An assignment of a value to every knob. Only that of a live platform is ever changed, by {@link
 * #become}.
 */
public final class Knobs {

  private static final Knobs STANDARD = new Knobs(new EnumMap<>(Knob.class));

  private volatile EnumMap<Knob, String> set;
  private volatile double[] numbers = new double[Knob.values().length];

  private Knobs(EnumMap<Knob, String> set) {
    this.set = set;
    for (Knob knob : Knob.values()) {
      String value = set.getOrDefault(knob, knob.standard());
      numbers[knob.ordinal()] =
          value.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(value) : Double.NaN;
    }
  }

  /** Every knob at its default: the preset {@code docs}. */
  public static Knobs standard() {
    return STANDARD;
  }

  /**
   * The same with other values for some knobs.
   *
   * @throws IllegalArgumentException for a value of the wrong kind: a word where the knob takes
   *     listed words, or no number where it takes numbers
   */
  public Knobs with(Map<Knob, String> others) {
    if (others.isEmpty()) {
      return this;
    }
    EnumMap<Knob, String> all = new EnumMap<>(set);
    others.forEach(
        (knob, value) -> {
          boolean listed = knob.choices().contains(value);
          boolean numeric = knob.takesNumbers() && value.matches("[0-9]+(\\.[0-9]+)?");
          boolean nothing = knob.isLimit() && numeric && Double.parseDouble(value) == 0;
          boolean text = knob.takesText() && !value.isBlank();
          if (nothing || !listed && !numeric && !text) {
            throw new IllegalArgumentException(
                "knob "
                    + knob.key()
                    + " cannot be '"
                    + value
                    + "'; it takes "
                    + (knob.takesNumbers() ? "a number such as " : "one of ")
                    + knob.choices());
          }
          if (value.equals(knob.standard())) {
            all.remove(knob);
          } else {
            all.put(knob, value);
          }
        });
    return new Knobs(all);
  }

  /** The same values in an object of its own, for a platform whose knobs are turned as it runs. */
  public Knobs copy() {
    return new Knobs(new EnumMap<>(set));
  }

  /**
   * Takes the values of others.
   *
   * @throws IllegalStateException on the shared defaults, which belong to everybody
   */
  public void become(Knobs others) {
    if (this == STANDARD) {
      throw new IllegalStateException("turn the knobs of a copy");
    }
    set = new EnumMap<>(others.set);
    numbers = others.numbers.clone();
  }

  /** The value of a knob. */
  public String get(Knob knob) {
    return set.getOrDefault(knob, knob.standard());
  }

  /** Whether a knob has this value. */
  public boolean is(Knob knob, String value) {
    return get(knob).equals(value);
  }

  /**
   * The value of a knob that takes numbers; NaN when its value is a word such as {@code unlimited}.
   */
  public double number(Knob knob) {
    return numbers[knob.ordinal()];
  }

  /** What differs from the defaults, by name, in the order of the knobs. */
  public Map<String, String> differences() {
    Map<String, String> named = new LinkedHashMap<>();
    set.forEach((knob, value) -> named.put(knob.key(), value));
    return named;
  }
}
