package dev.partyline.journal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One kind of {@link Happening}: its word in NDJSON and its fields in declared order. */
final class HappeningType {

  /** A component of the record: name, the same made into JSON once, type and how to read it. */
  record Field(String name, SerializableString key, Class<?> type, MethodHandle getter) {
    Object of(Happening what) {
      try {
        return (Object) getter.invokeExact((Happening) what);
      } catch (Throwable t) {
        throw new IllegalStateException("cannot read " + name + " of " + what, t);
      }
    }
  }

  private static final Map<Class<?>, HappeningType> BY_CLASS = new LinkedHashMap<>();
  private static final Map<String, HappeningType> BY_WORD = new LinkedHashMap<>();

  static {
    for (Class<?> type : Happening.class.getPermittedSubclasses()) {
      HappeningType made = new HappeningType(type);
      BY_CLASS.put(type, made);
      BY_WORD.put(made.word, made);
    }
  }

  private final String word;
  private final SerializableString quoted;
  private final List<Field> fields;
  private final Constructor<?> constructor;

  private HappeningType(Class<?> type) {
    this.word = type.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    this.quoted = new SerializedString(word);
    List<Field> found = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        MethodHandle getter =
            MethodHandles.lookup()
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Happening.class));
        found.add(
            new Field(
                component.getName(),
                new SerializedString(component.getName()),
                component.getType(),
                getter));
        types.add(component.getType());
      }
      this.constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a happening must be a plain record: " + type, e);
    }
    this.fields = List.copyOf(found);
  }

  static HappeningType of(Happening what) {
    return BY_CLASS.get(what.getClass());
  }

  /** The type with this word, or null when there is none. */
  static HappeningType named(String word) {
    return BY_WORD.get(word);
  }

  /** All words, in the order of their declaration. */
  static List<String> words() {
    return List.copyOf(BY_WORD.keySet());
  }

  String word() {
    return word;
  }

  /** The word, made into JSON once. */
  SerializableString quoted() {
    return quoted;
  }

  List<Field> fields() {
    return fields;
  }

  Happening make(Object[] values) {
    try {
      return (Happening) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot make a " + word, e);
    }
  }
}
