package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.telephony.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is meant to hear whom, as people's presses have it: one mode a person in each conversation.
 * Noted in the journal as declared intent; what the application does about it is judged elsewhere.
 *
 * <p>Before any press nothing is declared for a person. A press that is refused takes its intent
 * back.
 */
final class Intentions {

  /** Hears and is heard by everybody who talks. */
  static final String TALKS = "talks";

  /** Hears nobody, and nobody hears them. */
  static final String HELD = "held";

  /** Hears, and nobody hears them. */
  static final String MUTED = "muted";

  /** A supervisor who hears and whom nobody hears. */
  static final String LISTENS = "listens";

  /** A supervisor who hears and whom the staff alone hears. */
  static final String WHISPERS = "whispers";

  /** No part of it any more: hears nobody, and nobody hears them. */
  static final String OUT = "out";

  /** Nothing is declared. */
  static final String FREE = "free";

  /** A handing over: who gives, who takes, and whether the giver waits for them to talk. */
  private record Handing(Party from, Party to, boolean cold) {}

  private final World world;
  private final Map<String, String> modes = new LinkedHashMap<>();
  private final Map<String, Handing> handings = new LinkedHashMap<>();

  /** How many legs a person has had in a conversation, and how many of them are over. */
  private final Map<String, Integer> made = new LinkedHashMap<>();

  private final Map<String, Integer> ended = new LinkedHashMap<>();

  Intentions(World world) {
    this.world = world;
  }

  /** What one press declared, which may have to be undone. */
  interface Meant {
    /** It will not be done: what was meant before is meant again. */
    void takeBack();

    /** Nobody knows whether it will be done: of those concerned nothing is meant any more. */
    void leaveOpen();
  }

  /** A button was pressed. */
  Meant pressed(Button button, Party by, String conversation, Party to) {
    Map<String, String> before = new LinkedHashMap<>(modes);
    Handing handing = handings.get(conversation);
    int endedBefore = ended(conversation, handing);
    declare(button, by, conversation, to, handing);
    Handing handingAfter = handings.get(conversation);
    Map<String, String> mine = new LinkedHashMap<>();
    modes.forEach(
        (key, mode) -> {
          if (!mode.equals(before.get(key))) {
            mine.put(key, mode);
          }
        });
    return new Meant() {
      @Override
      public void takeBack() {
        mine.forEach(
            (key, mode) -> {
              if (mode.equals(modes.get(key))) {
                set(key, before.getOrDefault(key, FREE));
              }
            });
        boolean another = handings.get(conversation) != handingAfter;
        if (handing == handingAfter || another) {
          // not this press's to take back: somebody else's has come in between, or it had none
          return;
        }
        if (handing == null) {
          handings.remove(conversation);
        } else if (ended(conversation, handing) == endedBefore && isCalled(conversation, handing)) {
          handings.put(conversation, handing);
        } else {
          // what is to go on has ended meanwhile, or the one to be asked was never reached
          over(conversation, handing);
        }
      }

      @Override
      public void leaveOpen() {
        mine.forEach((key, mode) -> set(key, FREE));
      }
    };
  }

  private void declare(Button button, Party by, String conversation, Party to, Handing handing) {
    Party customer = world.customerOf(conversation);
    switch (button) {
      case HOLD -> mean(conversation, customer, HELD);
      case RESUME -> mean(conversation, customer, TALKS);
      case MUTE -> mean(conversation, by, MUTED);
      case UNMUTE, TAKE_BACK -> mean(conversation, by, TALKS);
      case COLD_TRANSFER -> {
        mean(conversation, by, FREE);
        mean(conversation, customer, FREE);
        mean(conversation, to, TALKS);
        handings.put(conversation, new Handing(by, to, true));
      }
      case CONSULT -> {
        mean(conversation, customer, HELD);
        mean(conversation, to, TALKS);
        handings.put(conversation, new Handing(by, to, false));
      }
      case SWAP -> {
        if (handing != null) {
          boolean back = HELD.equals(modes.get(key(conversation, customer)));
          mean(conversation, customer, back ? TALKS : HELD);
          mean(conversation, handing.to(), back ? HELD : TALKS);
        }
      }
      case COMPLETE_TRANSFER -> {
        if (handing != null) {
          mean(conversation, customer, TALKS);
          mean(conversation, handing.to(), TALKS);
          mean(conversation, by, OUT);
          handings.remove(conversation);
        }
      }
      case ABORT_TRANSFER -> {
        if (handing != null) {
          mean(conversation, customer, TALKS);
          mean(conversation, handing.to(), OUT);
          handings.remove(conversation);
        }
      }
      case LISTEN -> mean(conversation, by, LISTENS);
      case WHISPER -> mean(conversation, by, WHISPERS);
      case BARGE -> mean(conversation, by, TALKS);
      case LEAVE -> mean(conversation, by, OUT);
      case HANG_UP, WRAP_UP -> {
        // who hears whom when all is over is nobody's intent
      }
    }
  }

  /** A leg is made. */
  void made(Call call) {
    if (call.origin().conversation() != null) {
      made.merge(key(call), 1, Integer::sum);
    }
  }

  /** A leg came to be answered: with it a cold transfer is done. */
  void answered(Call call) {
    Handing handing = handingOf(call);
    if (handing != null && handing.cold()) {
      String conversation = call.origin().conversation();
      mean(conversation, handing.from(), OUT);
      mean(conversation, world.customerOf(conversation), TALKS);
    }
  }

  /**
   * A leg is over: when it is the colleague's, nothing is left of the consultation, and after a
   * cold transfer the agent may be kept or got back. When it is the leg of the agent who asks,
   * nobody has said what is to become of the two who are left.
   */
  void over(Call call) {
    String conversation = call.origin().conversation();
    if (conversation == null) {
      return;
    }
    ended.merge(key(call), 1, Integer::sum);
    Handing handing = handings.get(conversation);
    if (handing == null) {
      return;
    }
    boolean colleagues = handing.to().name().equals(call.origin().party());
    boolean askers = !handing.cold() && handing.from().name().equals(call.origin().party());
    if (colleagues || askers) {
      over(conversation, handing);
    }
  }

  private void over(String conversation, Handing handing) {
    mean(conversation, handing.from(), FREE);
    mean(conversation, handing.to(), FREE);
    mean(conversation, world.customerOf(conversation), FREE);
    handings.remove(conversation);
  }

  /** Legs that are over and with which this handing over is; 0 when there is none. */
  private int ended(String conversation, Handing handing) {
    if (handing == null) {
      return 0;
    }
    int takers = ended.getOrDefault(key(conversation, handing.to()), 0);
    return handing.cold()
        ? takers
        : takers + ended.getOrDefault(key(conversation, handing.from()), 0);
  }

  /** The handing over that waits for the person of this leg; null when none does. */
  private Handing handingOf(Call call) {
    Handing handing =
        call.origin().conversation() == null ? null : handings.get(call.origin().conversation());
    return handing != null && handing.to().name().equals(call.origin().party()) ? handing : null;
  }

  private void mean(String conversation, Party party, String mode) {
    if (party != null) {
      set(key(conversation, party), mode);
    }
  }

  private void set(String key, String mode) {
    if (!mode.equals(modes.getOrDefault(key, FREE))) {
      modes.put(key, mode);
      int at = key.indexOf('/');
      world.note(new Happening.Intended(key.substring(0, at), key.substring(at + 1), mode));
    }
  }

  /** Whether a leg of the taker is live. */
  private boolean isCalled(String conversation, Handing handing) {
    String key = key(conversation, handing.to());
    return made.getOrDefault(key, 0) > ended.getOrDefault(key, 0);
  }

  private static String key(Call call) {
    return call.origin().conversation() + "/" + call.origin().party();
  }

  private static String key(String conversation, Party party) {
    return conversation + "/" + (party == null ? "" : party.name());
  }
}
