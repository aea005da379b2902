package dev.partyline.twiml;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the last short documents parsed to. Exploration reads the same few texts thousands of times,
 * and what they mean depends on nothing else.
 */
final class Memo {

  private static final int MOST_ENTRIES = 256;
  private static final int LONGEST_CHARACTERS = 2_048;

  private final Map<String, ParsedTwiml> byText =
      new LinkedHashMap<>(MOST_ENTRIES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ParsedTwiml> eldest) {
          return size() > MOST_ENTRIES;
        }
      };

  /** What the text parsed to; null when it is not remembered. */
  ParsedTwiml of(String text) {
    if (text.length() > LONGEST_CHARACTERS) {
      return null;
    }
    synchronized (byText) {
      return byText.get(text);
    }
  }

  /** Remembers what a text parsed to, unless it is long. */
  void put(String text, ParsedTwiml parsed) {
    if (text.length() <= LONGEST_CHARACTERS) {
      synchronized (byText) {
        byText.put(text, parsed);
      }
    }
  }
}
