package dev.switchboard.conversation;

import java.time.Instant;
import java.util.Locale;

/**
 * What a conversation wants done. Each command but the last two is one request to the platform,
 * whose outcome comes back as an event. Only {@link DialCustomer}, {@link DialGuest} and {@link
 * RingAgent} must not be repeated.
 */
public sealed interface Command {

  /** Does the one of these that fits. */
  interface Visitor {
    void dialCustomer(DialCustomer command);

    void endLeg(EndLeg command);

    void lookAtLeg(LookAtLeg command);

    void findRoom(FindRoom command);

    void lookIntoRoom(LookIntoRoom command);

    void endRoom(EndRoom command);

    void dialGuest(DialGuest command);

    void tune(Tune command);

    void wakeAt(WakeAt command);

    void giveUp(GiveUp command);

    void ringAgent(RingAgent command);

    void carryOut(Do command);

    void show(Show command);
  }

  void accept(Visitor visitor);

  /** What it does in a word or two, such as {@code dial-customer}. */
  default String word() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** Dial the customer into the conference of this SID, never into a name (PART-13). */
  record DialCustomer(String conferenceSid, String number) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.dialCustomer(this);
    }
  }

  /** End the leg, whatever it is doing (CALL-37). */
  record EndLeg(String callSid) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.endLeg(this);
    }
  }

  /** Ask how the leg is. */
  record LookAtLeg(String callSid) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.lookAtLeg(this);
    }
  }

  /** Look the conference up by its name, whatever its status (RACE-28). */
  record FindRoom(String roomName) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.findRoom(this);
    }
  }

  /** Ask who is in the conference. */
  record LookIntoRoom(String conferenceSid) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.lookIntoRoom(this);
    }
  }

  /** Complete the conference, which lets the agent out of it. */
  record EndRoom(String conferenceSid) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.endRoom(this);
    }
  }

  /**
   * Dial somebody else into the conference of this SID, sounding like this from the first instant.
   */
  record DialGuest(String conferenceSid, String label, String address, Sound sound)
      implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.dialGuest(this);
    }
  }

  /** Make a leg in the conference sound like this; asking twice changes nothing. */
  record Tune(String conferenceSid, String callSid, Sound sound) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.tune(this);
    }
  }

  /**
   * Ring an agent's phone into the room of this name, which is of this offer alone and was never
   * used before; so nobody can be sent into a room that has ended (RACE-29).
   */
  record RingAgent(String roomName, String label, String address) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.ringAgent(this);
    }
  }

  /**
   * Do what a {@link Chore} says.
   *
   * @param again whether it was asked for before: then it is first looked whether it is done
   */
  record Do(Chore.Kind chore, String subject, String detail, boolean again) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.carryOut(this);
    }

    @Override
    public String word() {
      return chore.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Show softphones how the conversation is by the time this is done, by its {@link Card}; not
   * decided by the conversation, but by whoever keeps it, for changes of the card.
   */
  record Show() implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.show(this);
    }
  }

  /** Send {@link Event.Woken} with this time at this time. */
  record WakeAt(Instant when) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.wakeAt(this);
    }
  }

  /** Tell the operators that the platform refused too often, and that this leg is left as it is. */
  record GiveUp(String callSid) implements Command {
    @Override
    public void accept(Visitor visitor) {
      visitor.giveUp(this);
    }
  }
}
