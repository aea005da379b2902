package dev.partyline.junit;

import dev.partyline.law.Verdict;
import dev.partyline.sim.Outcome;
import dev.partyline.sim.SimulationEnded;
import java.lang.reflect.Method;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Plays test methods in simulated time; {@link Simulated} brings it along. */
public final class SimulatedExtension implements ParameterResolver, InvocationInterceptor {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SimulatedExtension.class);

  /** A JVM carries one simulation at a time. */
  private static final ReentrantLock TURN = new ReentrantLock(true);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SimulatedPartyline.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PlatformParameter.requireTest(parameter, context);
    return platform(context);
  }

  private static SimulatedPartyline platform(ExtensionContext test) {
    return test.getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            SimulatedPartyline.class,
            none -> {
              Simulated settings = Settings.of(test, Simulated.class);
              try {
                return new SimulatedPartyline(settings);
              } catch (IllegalArgumentException wrong) {
                throw new ExtensionConfigurationException(
                    "@Simulated of " + test.getDisplayName() + ": " + wrong.getMessage(), wrong);
              }
            },
            SimulatedPartyline.class);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext test)
      throws Throwable {
    play(invocation, test);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext test)
      throws Throwable {
    play(invocation, test);
  }

  private static void play(Invocation<Void> invocation, ExtensionContext test) throws Throwable {
    SimulatedPartyline platform = platform(test);
    Throwable[] thrown = new Throwable[1];
    boolean[] ended = new boolean[1];
    Outcome outcome;
    TURN.lock();
    try {
      outcome =
          platform.play(
              () -> {
                try {
                  invocation.proceed();
                } catch (SimulationEnded over) {
                  throw over;
                } catch (Throwable failure) {
                  thrown[0] = failure;
                } finally {
                  ended[0] = true;
                }
              });
    } finally {
      TURN.unlock();
    }
    Throwable failure = thrown[0];
    if (!outcome.kind().judgeable() || failure == null && !ended[0]) {
      AssertionError cut = new AssertionError("the run ended early: " + outcome.describe());
      if (failure != null) {
        cut.addSuppressed(failure);
      }
      failure = cut;
    }
    failure = failure == null ? complaint(platform, Settings.of(test, Simulated.class)) : failure;
    if (failure != null) {
      FailureReport.tell(test, platform.journal(), platform.seed(), failure);
      throw failure;
    }
  }

  /** What is wrong with a run although its test went well; null when nothing is. */
  private static Throwable complaint(SimulatedPartyline platform, Simulated settings) {
    if (!platform.unusedPins().isEmpty()) {
      return new AssertionError(
          "the seed fixes "
              + platform.unusedPins()
              + ", and the run never came to that choice: take names from the page of a run");
    }
    if (settings.lawsMustHold()) {
      for (Verdict verdict : platform.verdicts().values()) {
        if (verdict.violated()) {
          return new AssertionError(
              verdict.violations().get(0).law()
                  + " is broken: "
                  + verdict.violations().get(0).sentence());
        }
      }
    }
    return null;
  }
}
