package dev.partyline.world;

import dev.partyline.webhook.ApplicationPort;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A running program under test. Every method is called on a fiber and may block on its
 * surroundings, unless it says otherwise.
 */
public interface Application extends ApplicationPort {

  /**
   * The agent pressed the hang-up button of the softphone page, which knows its own call alone.
   *
   * @param callSid the agent's leg
   */
  void hangUpPressed(String callSid);

  /** The buttons that its pages have; nobody presses another one. Must not block. */
  default Set<Button> buttons() {
    return EnumSet.of(Button.HANG_UP);
  }

  /**
   * Somebody pressed one of its {@link #buttons}.
   *
   * @return what the page shows: accepted when the application takes it upon itself to do it,
   *     refused when it will not
   * @throws UnsupportedOperationException when its pages have no such button
   */
  default Press.Reply press(Press press) {
    if (press.button() != Button.HANG_UP) {
      throw new UnsupportedOperationException(
          "this program has no button '"
              + press.button().word()
              + "': override Application.press and name it in Application.buttons");
    }
    hangUpPressed(press.subject());
    return Press.Reply.ACCEPTED;
  }

  /**
   * What the application believes of its calls now: call SID to status word, in a fixed order. Must
   * not block. Empty when the application keeps no such belief.
   */
  default Map<String, String> beliefs() {
    return Map.of();
  }

  /**
   * The live calls as the supervisor's page lists them now, in a fixed order. Must not block. Empty
   * when nothing is live or the application has no such list.
   */
  default List<ListedCall> callList() {
    return List.of();
  }
}
