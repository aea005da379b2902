package dev.partyline.gherkin;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the objects whose methods are steps: those that take a {@link Rehearsal} share one in each
 * scenario. Whoever runs scenarios names it in {@code
 * META-INF/services/io.cucumber.core.backend.ObjectFactory}.
 */
public final class StepObjects implements ObjectFactory {

  private final Map<Class<?>, Object> objects = new LinkedHashMap<>();
  private Rehearsal rehearsal;

  @Override
  public void start() {
    rehearsal = new Rehearsal();
  }

  @Override
  public void stop() {
    objects.clear();
    rehearsal = null;
  }

  @Override
  public boolean addClass(Class<?> glueClass) {
    return true;
  }

  @Override
  public <T> T getInstance(Class<T> glueClass) {
    return glueClass.cast(objects.computeIfAbsent(glueClass, this::make));
  }

  private Object make(Class<?> glueClass) {
    try {
      for (Constructor<?> constructor : glueClass.getConstructors()) {
        Class<?>[] takes = constructor.getParameterTypes();
        if (takes.length == 1 && takes[0] == Rehearsal.class) {
          return constructor.newInstance(rehearsal);
        }
      }
      return glueClass.getConstructor().newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(
          glueClass.getName()
              + " needs a public constructor without parameters or with one Rehearsal",
          broken);
    }
  }
}
