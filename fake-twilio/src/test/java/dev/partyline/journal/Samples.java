package dev.partyline.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One happening of every kind, with a value of its own in every component. */
final class Samples {

  private Samples() {}

  static List<Class<?>> kinds() {
    return Arrays.asList(Happening.class.getPermittedSubclasses());
  }

  static Happening of(Class<?> kind) {
    return of(kind, false);
  }

  /** A happening whose texts are all null. */
  static Happening withoutTexts(Class<?> kind) {
    return of(kind, true);
  }

  private static Happening of(Class<?> kind, boolean textsNull) {
    RecordComponent[] components = kind.getRecordComponents();
    List<Object> values = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : components) {
      types.add(component.getType());
      values.add(value(component, values.size(), textsNull));
    }
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      return (Happening) constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("no sample of " + kind, e);
    }
  }

  private static Object value(RecordComponent component, int index, boolean textsNull) {
    Class<?> type = component.getType();
    String name = component.getName();
    if (type == int.class) {
      return name.equals("schema") ? Happening.SCHEMA : 100 + index;
    }
    if (type == long.class) {
      return 5_000_000_000L + index;
    }
    if (type == boolean.class) {
      return index % 2 == 0;
    }
    if (type == List.class) {
      return List.of(name + " first", "二番目 \"" + index + "\"");
    }
    if (type == Map.class) {
      Map<String, String> pairs = new LinkedHashMap<>();
      pairs.put("To", "+81300000000");
      pairs.put("Body", "<Response/>\n");
      pairs.put("", "");
      pairs.put("Nothing", null);
      return pairs;
    }
    return textsNull ? null : name + "-" + index + " é 電話 📞 \\ \" \u0000 \u2028 \r\n";
  }
}
