package dev.partyline.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Happening.RestSent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PairsTest {

  @Property(tries = 200)
  void a_copy_is_what_it_was_copied_from(@ForAll Map<String, String> texts, @ForAll String other) {
    Map<String, String> map = new LinkedHashMap<>(texts);
    map.put("empty", null);
    Map<String, String> copy = Pairs.copyOf(map);
    assertEquals(map, copy);
    assertEquals(copy, map);
    assertEquals(map.hashCode(), copy.hashCode());
    assertEquals(List.copyOf(map.keySet()), List.copyOf(copy.keySet()));
    assertEquals(new ArrayList<>(map.values()), new ArrayList<>(copy.values()));
    assertEquals(map.get(other), copy.get(other));
    assertEquals(map.containsKey(other), copy.containsKey(other));
    map.keySet().forEach(key -> assertSame(map.get(key), copy.get(key)));
    assertTrue(copy.containsKey("empty"));
    assertNull(copy.get("empty"));
    assertFalse(copy.containsKey(null));
    assertSame(copy, Pairs.copyOf(copy));
  }

  @Test
  void what_happened_does_not_change_with_what_it_was_made_of() {
    Map<String, String> params = new LinkedHashMap<>(Map.of("To", "+81312345678"));
    RestSent sent = new RestSent("r1", "f1", "POST", "/Calls.json", params);
    params.put("To", "somebody else");
    assertEquals(Map.of("To", "+81312345678"), sent.params());
    assertThrows(UnsupportedOperationException.class, () -> sent.params().put("To", "x"));
  }

  @Test
  void nothing_is_nothing() {
    assertNull(Pairs.copyOf(null));
    assertEquals(Map.of(), Pairs.copyOf(Map.of()));
    assertThrows(
        NoSuchElementException.class, () -> Pairs.copyOf(Map.of()).entrySet().iterator().next());
  }
}
