package dev.partyline.gherkin;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every step there is, read from the annotations. */
public final class StepList {

  private static final String PREFIX = "io.cucumber.java.";

  private static final List<Class<?>> GLUE =
      List.of(
          ProgramSteps.class,
          CustomerSteps.class,
          AgentSteps.class,
          CallerSteps.class,
          FlowSteps.class,
          CrashSteps.class,
          CallbackSteps.class,
          PlatformSteps.class,
          RunSteps.class,
          PeopleSteps.class,
          CallerOutcomeSteps.class,
          DelaySteps.class,
          FlowOutcomeSteps.class,
          RoomSteps.class,
          LawSteps.class);

  private StepList() {}

  /** All steps, by class and within it by English text; each method's English step first. */
  public static List<StepText> all() {
    List<StepText> all = new ArrayList<>();
    for (Class<?> type : GLUE) {
      List<List<StepText>> methods = new ArrayList<>();
      for (Method method : type.getDeclaredMethods()) {
        List<StepText> texts = texts(method);
        if (!texts.isEmpty()) {
          methods.add(texts);
        }
      }
      methods.sort(Comparator.comparing(texts -> texts.get(0).expression()));
      methods.forEach(all::addAll);
    }
    return all;
  }

  private static List<StepText> texts(Method method) {
    List<StepText> texts = new ArrayList<>();
    for (Annotation annotation : method.getAnnotations()) {
      Class<?> type = annotation.annotationType();
      String language = type.getPackageName().replace(PREFIX, "");
      if (language.equals("en") || language.equals("ja")) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        texts.add(new StepText(language, type.getSimpleName(), value(annotation), name));
      }
    }
    texts.sort(Comparator.comparing(StepText::language));
    return texts;
  }

  private static String value(Annotation annotation) {
    try {
      return (String) annotation.annotationType().getMethod("value").invoke(annotation);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(annotation + " is no step", broken);
    }
  }

  /**
   * The steps whose text is nearest to one that fits none.
   *
   * @param language {@code en} or {@code ja}; steps of other languages are not looked at
   */
  public static List<StepText> nearest(String language, String text, int most) {
    Set<String> pairs = pairs(text);
    return all().stream()
        .filter(step -> step.language().equals(language))
        .sorted(Comparator.comparingDouble(step -> -likeness(pairs, pairs(step.expression()))))
        .limit(most)
        .toList();
  }

  /** Dice's coefficient: 0 for nothing in common, 1 for the same pairs of letters. */
  private static double likeness(Set<String> one, Set<String> other) {
    long common = one.stream().filter(other::contains).count();
    return 2.0 * common / Math.max(1, one.size() + other.size());
  }

  private static Set<String> pairs(String text) {
    String plain =
        text.toLowerCase(java.util.Locale.ROOT)
            .replace("(s)", "")
            .replaceAll("the customer|customer \\d+|お客様\\d*", "{customer}")
            .replaceAll("the caller|caller \\d+|かけてきたお客様\\d*", "{caller}")
            .replaceAll("the agent|agent \\d+|オペレーター\\d*", "{agent}")
            .replaceAll("[-0-9.,]+ ?(ms|seconds?|s|ミリ秒|秒)", "{duration}");
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 1 < plain.length(); i++) {
      pairs.add(plain.substring(i, i + 2));
    }
    return pairs;
  }
}
