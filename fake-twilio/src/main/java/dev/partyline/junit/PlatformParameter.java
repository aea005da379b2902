package dev.partyline.junit;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Where a platform may be asked for as a parameter. */
final class PlatformParameter {

  private PlatformParameter() {}

  /** A platform belongs to one test, so that nothing before or round a test can have one. */
  static void requireTest(ParameterContext parameter, ExtensionContext context) {
    Executable where = parameter.getDeclaringExecutable();
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          (where instanceof Method ? "method " : "constructor ")
              + where.getName()
              + " asks for a "
              + parameter.getParameter().getType().getSimpleName()
              + ", and each test has one of its own: ask for it in the test method, in @BeforeEach"
              + " or in @AfterEach");
    }
  }
}
