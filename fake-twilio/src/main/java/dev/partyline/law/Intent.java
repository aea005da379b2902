package dev.partyline.law;

import java.util.ArrayList;
import java.util.List;

/**
 * What one person is meant to be in one conversation, over time: the mode of now, and modes of just
 * before, which the application is given a while to leave.
 */
final class Intent {

  static final String FREE = "free";
  static final String TALKS = "talks";
  static final String MUTED = "muted";
  static final String LISTENS = "listens";
  static final String WHISPERS = "whispers";
  static final String HELD = "held";
  static final String OUT = "out";

  /** A mode from a moment on. */
  private record Mode(String word, long since) {}

  private final List<Mode> modes = new ArrayList<>(4);

  Intent(String first) {
    modes.add(new Mode(first, 0));
  }

  void becomes(String word, long at) {
    modes.add(new Mode(word, at));
  }

  String now() {
    return modes.get(modes.size() - 1).word();
  }

  long since() {
    return modes.get(modes.size() - 1).since();
  }

  /** The modes that were in force at some time since then, the newest first. */
  List<String> since(long moment) {
    List<String> recent = new ArrayList<>(2);
    for (int i = modes.size() - 1; i >= 0; i--) {
      recent.add(modes.get(i).word());
      if (modes.get(i).since() <= moment) {
        break;
      }
    }
    return recent;
  }

  /** Whether somebody with one mode may be heard by somebody with another. */
  static boolean mayHear(String speaker, String hearer, boolean hearerIsStaff) {
    boolean hears = !hearer.equals(HELD) && !hearer.equals(OUT);
    return switch (speaker) {
      case TALKS, FREE -> hears;
      case WHISPERS -> hears && hearerIsStaff;
      default -> false;
    };
  }

  /** Whether they must: both are meant to be there and one is meant to be heard by the other. */
  static boolean mustHear(String speaker, String hearer, boolean hearerIsStaff) {
    return !speaker.equals(FREE) && !hearer.equals(FREE) && mayHear(speaker, hearer, hearerIsStaff);
  }
}
