package dev.partyline.world;

import java.util.Map;

/**
 * Somebody pressed a button on a page of the application.
 *
 * @param user whose page it is: the identity the person is signed in with, such as {@code agent-1}
 * @param subject what the page knows of the call: for an agent the SID of the own leg (empty for
 *     {@link Button#TAKE_BACK}, whose page knows none), for a supervisor the id of the line in the
 *     call list ({@link ListedCall#id})
 * @param arguments what else the page sends, in a fixed order; empty for most buttons
 */
public record Press(String user, String subject, Button button, Map<String, String> arguments) {

  /** Copies nothing: arguments keep their order. */
  public Press {
    if (user == null || subject == null || button == null || arguments == null) {
      throw new IllegalArgumentException(
          "a press names its user, subject, button and arguments, empty where there are none");
    }
  }

  /** A press without arguments. */
  public static Press of(String user, String subject, Button button) {
    return new Press(user, subject, button, Map.of());
  }

  /** What the page shows for it. A press that is accepted is a promise, maybe not kept yet. */
  public record Reply(boolean accepted, String text) {

    /** It will be done. */
    public static final Reply ACCEPTED = new Reply(true, "");

    /** It will not be done, and why: a sentence for the person. */
    public static Reply refused(String why) {
      return new Reply(false, why);
    }
  }
}
