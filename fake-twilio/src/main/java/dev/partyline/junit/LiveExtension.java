package dev.partyline.junit;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts and stops live platforms for tests; {@link Live} brings it along. */
public final class LiveExtension implements ParameterResolver, AfterTestExecutionCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LiveExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LivePartyline.class;
  }

  /** JUnit closes it when the test and what follows it are over. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PlatformParameter.requireTest(parameter, context);
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            LivePartyline.class,
            none -> {
              Live settings = Settings.of(context, Live.class);
              try {
                return new LivePartyline(settings);
              } catch (IllegalArgumentException wrong) {
                throw new ExtensionConfigurationException(
                    "@Live of " + context.getDisplayName() + ": " + wrong.getMessage(), wrong);
              }
            },
            LivePartyline.class);
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    LivePartyline platform = test.getStore(NAMESPACE).get(LivePartyline.class, LivePartyline.class);
    if (platform != null) {
      test.getExecutionException()
          .ifPresent(
              failure -> FailureReport.tell(test, platform.journal(), platform.seed(), failure));
    }
  }
}
