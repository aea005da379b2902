package dev.partyline.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some choices pinned by name, the rest left to another draw. */
final class PinnedDraw implements Draw {

  private final Map<String, String> pins;
  private final Draw rest;
  private final Set<String> used = new LinkedHashSet<>();

  PinnedDraw(Map<String, String> pins, Draw rest) {
    this.pins = pins;
    this.rest = rest;
  }

  /** Names that were pinned and never asked for, in the order of the pins. */
  List<String> unused() {
    List<String> names = new ArrayList<>(pins.keySet());
    names.removeAll(used);
    return names;
  }

  @Override
  public long delay(String name, Span span) {
    String pin = pinned(name);
    if (pin == null) {
      return rest.delay(name, span);
    }
    int mark = pin.indexOf('~');
    try {
      return span.clamp(Long.parseLong(mark < 0 ? pin : pin.substring(0, mark)));
    } catch (NumberFormatException e) {
      throw new BadPin(name, pin, "a number of milliseconds, for example 900");
    }
  }

  @Override
  public Span bounds(String name, Span span) {
    return pins.containsKey(name) ? Span.exactly(delay(name, span)) : rest.bounds(name, span);
  }

  @Override
  public int tie(String name) {
    String pin = pins.get(name);
    int mark = pin == null ? -1 : pin.indexOf('~');
    if (mark < 0) {
      return pin == null ? rest.tie(name) : 0;
    }
    used.add(name);
    try {
      return Integer.parseInt(pin.substring(mark + 1));
    } catch (NumberFormatException e) {
      throw new BadPin(name, pin, "milliseconds and a place, for example 900~2");
    }
  }

  @Override
  public int pick(String name, List<?> options) {
    String pin = pinned(name);
    if (pin == null) {
      return rest.pick(name, options);
    }
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).toString().equals(pin)) {
        return i;
      }
    }
    throw new BadPin(name, pin, "one of " + options);
  }

  @Override
  public boolean happens(String name, double rate) {
    String pin = pinned(name);
    if (pin == null) {
      return rest.happens(name, rate);
    }
    if (pin.equals("yes") || pin.equals("no")) {
      return pin.equals("yes");
    }
    throw new BadPin(name, pin, "yes or no");
  }

  private String pinned(String name) {
    String pin = pins.get(name);
    if (pin != null) {
      used.add(name);
    }
    return pin;
  }
}
