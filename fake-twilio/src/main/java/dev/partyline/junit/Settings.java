package dev.partyline.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the annotation that holds for a test. */
final class Settings {

  private Settings() {}

  /** That of the method, else of its class, else of the nearest class around it. */
  static <A extends Annotation> A of(ExtensionContext test, Class<A> type) {
    for (Optional<ExtensionContext> at = Optional.of(test);
        at.isPresent();
        at = at.get().getParent()) {
      Optional<AnnotatedElement> element = at.get().getElement();
      Optional<A> found = element.flatMap(one -> AnnotationSupport.findAnnotation(one, type));
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException(
        "no @" + type.getSimpleName() + " on " + test.getDisplayName() + " or around it");
  }
}
