package dev.partyline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EntryWordsTest {

  @TestFactory
  Stream<DynamicTest> every_kind_of_happening_has_words_and_a_family() {
    return Stream.of(Happening.class.getPermittedSubclasses())
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.getSimpleName(),
                    () -> {
                      Happening what = example(kind);
                      Cast cast = Cast.of(new Played().that(what).finished("quiet"));
                      assertFalse(EntryWords.of(what, cast).isBlank());
                      assertFalse(EntryWords.family(what).isBlank());
                      assertEquals(kind.getRecordComponents().length, Fields.of(what).size());
                    }));
  }

  @Test
  void an_entry_reads_as_a_sentence() {
    Cast cast = Cast.of(Journals.classicBug());
    List<String> sentences =
        Journals.classicBug().entries().stream()
            .map(Entry::what)
            .map(what -> EntryWords.of(what, cast))
            .toList();

    assertEquals("agent-1 dials", sentences.get(5));
    assertEquals(
        "conference CF…02 (\"call-1\"), another one of that name, is made without status callbacks",
        sentences.get(sentences.size() - 3));
  }

  private static Happening example(Class<?> kind) throws ReflectiveOperationException {
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Stream.of(types).map(EntryWordsTest::value).toArray();
    Constructor<?> constructor = kind.getDeclaredConstructor(types);
    return (Happening) constructor.newInstance(values);
  }

  private static Object value(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    if (type == List.class) {
      return List.of("line");
    }
    if (type == Map.class) {
      return Map.of("Name", "value");
    }
    return type == boolean.class ? (Object) true : type == long.class ? (Object) 1L : (Object) 1;
  }
}
