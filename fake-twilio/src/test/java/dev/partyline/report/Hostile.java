package dev.partyline.report;

import dev.partyline.journal.Happening;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a text into every place of a happening that text can have. */
final class Hostile {

  private Hostile() {}

  static Happening made(Happening what, String text) {
    List<Class<?>> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    try {
      for (RecordComponent component : what.getClass().getRecordComponents()) {
        types.add(component.getType());
        values.add(hostile(component.getAccessor().invoke(what), text));
      }
      return what.getClass()
          .getDeclaredConstructor(types.toArray(Class<?>[]::new))
          .newInstance(values.toArray());
    } catch (IllegalAccessException
        | InvocationTargetException
        | NoSuchMethodException
        | InstantiationException e) {
      throw new IllegalStateException(what.toString(), e);
    }
  }

  private static Object hostile(Object value, String text) {
    if (value instanceof String own) {
      return own + text;
    }
    if (value instanceof List<?>) {
      return List.of(text);
    }
    if (value instanceof Map<?, ?> pairs) {
      Map<String, String> hostile = new LinkedHashMap<>();
      pairs.forEach((name, own) -> hostile.put(name + text, own + text));
      hostile.put(text, text);
      return hostile;
    }
    return value;
  }
}
