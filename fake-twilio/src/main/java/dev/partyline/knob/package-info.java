/**
 * Settings of the platform where the truth about it is not known or may be chosen.
 *
 * <p>{@link dev.partyline.knob.Knob} lists them with default, other values and the rule they belong
 * to; {@link dev.partyline.knob.Knobs} is one assignment. Pure values: this package knows no model.
 */
package dev.partyline.knob;
