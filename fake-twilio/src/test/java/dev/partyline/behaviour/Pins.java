package dev.partyline.behaviour;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the rules that a test, or every test of a class, keeps true, such as {@code CONF-34}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Pins {
  /** The ids of the rules, as {@code BEHAVIOUR.md} lists them. */
  String[] value();
}
