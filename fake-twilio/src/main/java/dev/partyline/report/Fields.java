package dev.partyline.report;

import dev.partyline.journal.Happening;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The word and the fields of a {@link Happening}, named as NDJSON names them. */
final class Fields {

  private Fields() {}

  /** The kind's word, for example {@code conference-opened}. */
  static String word(Class<? extends Happening> kind) {
    return kind.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** Every field as it may be shown, in declared order; credentials are masked. */
  static Map<String, String> of(Happening what) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (RecordComponent component : what.getClass().getRecordComponents()) {
      fields.put(component.getName(), shown(component.getName(), read(component, what)));
    }
    return fields;
  }

  private static Object read(RecordComponent component, Happening what) {
    try {
      return component.getAccessor().invoke(what);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component.getName() + " of " + what, e);
    }
  }

  private static String shown(String name, Object value) {
    if (value instanceof Map<?, ?> pairs) {
      StringBuilder lines = new StringBuilder();
      pairs.forEach(
          (key, each) ->
              lines
                  .append(lines.isEmpty() ? "" : "\n")
                  .append(key)
                  .append(" = ")
                  .append(Masks.value(String.valueOf(key), String.valueOf(each))));
      return lines.toString();
    }
    if (value instanceof Iterable<?> items) {
      StringBuilder lines = new StringBuilder();
      items.forEach(item -> lines.append(lines.isEmpty() ? "" : "\n").append(item));
      return Masks.text(lines.toString());
    }
    return value == null ? "(none)" : Masks.value(name, value.toString());
  }
}
