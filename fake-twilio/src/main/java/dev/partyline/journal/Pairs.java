package dev.partyline.journal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A map of texts as it was when it was copied: in the same order, never changed, and in one array.
 * Most of a journal's memory are the parameters of webhooks; a map with a node for each of them
 * takes five times as much, and the collector visits every node.
 */
final class Pairs extends AbstractMap<String, String> {

  private static final Pairs NONE = new Pairs(new String[0]);

  /** Key and value in turns. */
  private final String[] texts;

  private Pairs(String[] texts) {
    this.texts = texts;
  }

  /** A copy; null for null. Keys and values may be null. */
  static Map<String, String> copyOf(Map<String, String> map) {
    if (map == null || map instanceof Pairs) {
      return map;
    }
    if (map.isEmpty()) {
      return NONE;
    }
    String[] texts = new String[2 * map.size()];
    int place = 0;
    for (Map.Entry<String, String> pair : map.entrySet()) {
      texts[place++] = pair.getKey();
      texts[place++] = pair.getValue();
    }
    return new Pairs(texts);
  }

  @Override
  public int size() {
    return texts.length / 2;
  }

  String key(int place) {
    return texts[2 * place];
  }

  String value(int place) {
    return texts[2 * place + 1];
  }

  @Override
  public String get(Object key) {
    int place = find(key);
    return place < 0 ? null : value(place);
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key) >= 0;
  }

  private int find(Object key) {
    for (int i = 0; i < size(); i++) {
      if (key == null ? key(i) == null : key.equals(key(i))) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return Pairs.this.size();
      }

      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < size();
          }

          @Override
          public Map.Entry<String, String> next() {
            if (next == size()) {
              throw new NoSuchElementException();
            }
            return new SimpleImmutableEntry<>(key(next), value(next++));
          }
        };
      }
    };
  }
}
