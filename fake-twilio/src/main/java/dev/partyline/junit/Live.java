package dev.partyline.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each test has a platform of its own behind a real port of loopback, by the wall clock. The test,
 * its {@code @BeforeEach} and its {@code @AfterEach} methods take it as a parameter of type {@link
 * LivePartyline}.
 *
 * <p>On a method it replaces the one on the class; a {@code @Nested} class takes that of the class
 * around it. Tests may run in parallel.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(LiveExtension.class)
public @interface Live {

  /**
   * A configuration file, relative to the working directory; empty for one account with one number
   * and one application. Its ports are passed over: each test has free ones.
   */
  String config() default "";

  /** How the platform behaves: {@code docs}, {@code hostile} or {@code as2018}; empty: the file. */
  String preset() default "";

  /** Single knobs, each {@code name=value}; they win over preset and file. */
  String[] knobs() default {};

  /** What delays are drawn from. */
  long seed() default 1;

  /** Simulated seconds in a real one, more than 0; 0 leaves it to the file. */
  double speed() default 0;

  /** Whether the CONNECT proxy is opened, too. */
  boolean proxy() default false;
}
