package dev.partyline.taskrouter;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.taskrouter.expression.Dialect;

/** The knobs that this model turns on. */
record Rules(Knobs knobs) {

  Dialect dialect() {
    return new Dialect(
        knobs.is(Knob.TR_NUMERIC_STRINGS, "coerce"), knobs.is(Knob.TR_ALLOW_NOT, "true"));
  }

  boolean lenientJson() {
    return knobs.is(Knob.TR_BAD_ATTRIBUTES_JSON, "accept");
  }

  boolean is(Knob knob, String value) {
    return knobs.is(knob, value);
  }
}
