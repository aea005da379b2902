package dev.partyline.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each test plays in simulated time on a platform of its own, which the test method takes as a
 * parameter of type {@link SimulatedPartyline}.
 *
 * <p>The body of the test is a task of the simulation: a REST request or {@link
 * SimulatedPartyline#pass} lets simulated time go by and costs no real time. When the body has
 * ended the run goes on until all is quiet, at most 15 simulated minutes from its beginning.
 *
 * <p>On a method it replaces the one on the class; a {@code @Nested} class takes that of the class
 * around it. Simulated tests take turns within a JVM, also where JUnit runs others in parallel.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SimulatedExtension.class)
public @interface Simulated {

  /**
   * Which run it is: {@code typical}, a number for a drawn one, or choices by name as a report
   * prints them ({@code customer-1.busy=2000,calls=1}), also behind a number.
   */
  String seed() default "typical";

  /** How the platform behaves: {@code docs}, {@code hostile} or {@code as2018}. */
  String preset() default "docs";

  /** Single knobs, each {@code name=value}; they win over the preset. */
  String[] knobs() default {};

  /** Whether a broken law fails the test that went well otherwise. */
  boolean lawsMustHold() default false;
}
