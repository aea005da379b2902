package dev.partyline.journal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/**
 * Short texts that were written a moment ago, as JSON. Most of a journal is SIDs, addresses and
 * words, each of which comes again and again within a few seconds of a run; copying its bytes is
 * quicker than making them anew. A text stays until another one takes its place.
 */
final class KnownTexts {

  /** Remembers nothing: for who writes a single line. */
  static final KnownTexts NONE = new KnownTexts(0);

  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 80;

  private final SerializedString[] known;
  private final int[] hashes;

  private KnownTexts(int places) {
    known = new SerializedString[places];
    hashes = new int[places];
  }

  /** Remembers some thousand texts. */
  static KnownTexts some() {
    return new KnownTexts(PLACES);
  }

  /** The text as JSON; null when it is long, or not plain ASCII, or nothing is remembered. */
  SerializableString find(String text) {
    if (known.length == 0 || text.length() > LONGEST) {
      return null;
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 13) & known.length - 1;
    if (hashes[place] == hash && known[place] != null && known[place].getValue().equals(text)) {
      return known[place];
    }
    if (!isPlain(text)) {
      return null;
    }
    SerializedString made = new SerializedString(text);
    known[place] = made;
    hashes[place] = hash;
    return made;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
