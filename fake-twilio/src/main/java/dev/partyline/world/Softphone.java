package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.journal.PhoneAction;
import dev.partyline.telephony.Call;
import java.util.Map;

/** The agent's softphone page: it knows its own call and nothing of conferences. */
public final class Softphone {

  private final World world;
  private final Party agent;
  private final String number;
  private final String conversation;
  private boolean dropped;
  private boolean dialled;

  /**
   * With the number to dial, or null, and the conversation to which its person keeps, or null for
   * whichever they are in.
   */
  Softphone(World world, Party agent, String number, String conversation) {
    this.world = world;
    this.agent = agent;
    this.number = number;
    this.conversation = conversation;
  }

  /** Connects to the TwiML application with the customer's number as {@code To}. */
  public void dial() {
    acted(PhoneAction.DIALS);
    dialled = true;
    world.in(
        agent.name() + ".connects",
        world.times().clientConnect(),
        () -> {
          if (!dropped) {
            world.arrive(agent, number);
          }
        });
  }

  /** Drops the leg, or does not let it come to be. */
  public void hangUp() {
    Call call = call();
    if (elsewhere()) {
      return;
    }
    if (call == null ? !dialled || dropped : !call.isLive()) {
      return;
    }
    acted(PhoneAction.HANGS_UP);
    dropped = true;
    if (call != null) {
      world.hangUp(call);
    }
  }

  /**
   * The page dies in the middle of a call and tells nobody: the leg stays up. Another page, loaded
   * anew, knows no call.
   *
   * @return whether there was a call to lose
   */
  public boolean die() {
    Call call = call();
    if (call == null || !call.isLive() || elsewhere()) {
      return false;
    }
    world.phones().vanish(call);
    return true;
  }

  /**
   * Presses the page's hang-up button: the page asks the application to end the call. While the
   * page knows no call, or when the application does not answer, it can only drop the connection.
   */
  public void pressHangUp() {
    Call call = call();
    if (call == null) {
      hangUp();
      return;
    }
    if (!call.isLive() || elsewhere()) {
      return;
    }
    acted(PhoneAction.PRESSES_HANG_UP);
    world.buttons().hangUp(agent, call.sid(), this::hangUp);
  }

  /**
   * Presses another button of the page.
   *
   * @param to the person to be reached, for the two buttons that need one; else null
   * @return whether it could be pressed: the page has it, and knows a live call that was answered
   */
  public boolean press(Button button, Party to) {
    Call call = call();
    if (!world.buttons().has(button) || (button.needsCall() && !talking()) || elsewhere()) {
      return false;
    }
    String subject = button == Button.TAKE_BACK || call == null ? "" : call.sid();
    world
        .buttons()
        .press(
            agent,
            world.conversationOf(agent),
            new Press(
                Buttons.identity(agent),
                subject,
                button,
                to == null ? Map.of() : Map.of(Button.TO, to.address())),
            to);
    return true;
  }

  /** The page and its phone are gone without a word. */
  public void vanish() {
    Call call = call();
    if (call != null && call.isLive()) {
      world.phones().vanish(call);
    }
  }

  /** Whether this person's newest leg rings. */
  public boolean ringing() {
    Call call = call();
    return call != null && call.isLive() && call.startedAt() < 0;
  }

  /** Whether its leg is answered and live. */
  public boolean talking() {
    Call call = call();
    return call != null && call.isLive() && call.startedAt() >= 0;
  }

  /** The call is over for its person, who is in another one by now. */
  private boolean elsewhere() {
    return conversation != null && !conversation.equals(world.conversationOf(agent));
  }

  /** The newest leg of this agent; null while there was none. */
  Call call() {
    return world.legs().newestOf(agent);
  }

  private void acted(String action) {
    Call call = call();
    world.note(
        new Happening.PhoneActed(
            agent.name(), world.conversationOf(agent), call == null ? null : call.sid(), action));
  }
}
