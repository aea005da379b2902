package dev.partyline.world;

import dev.partyline.telephony.Call;
import java.util.Map;

/** A supervisor's page: it shows the application's call list and has a button beside each line. */
public final class Supervisor {

  private final World world;
  private final Party supervisor;

  Supervisor(World world, Party supervisor) {
    this.world = world;
    this.supervisor = supervisor;
  }

  /**
   * Looks for a conversation in the call list as it is now and presses a button beside its line.
   *
   * @param conversation as the story calls it
   * @return whether it could be pressed: the page has the button and the list has the line
   */
  public boolean press(Button button, String conversation) {
    String id = world.buttons().has(button) ? line(conversation) : null;
    if (id == null) {
      return false;
    }
    world
        .buttons()
        .press(
            supervisor,
            conversation,
            new Press(Buttons.identity(supervisor), id, button, Map.of()),
            null);
    return true;
  }

  /** The id of the line in which somebody of the conversation is; null when there is none. */
  private String line(String conversation) {
    Instance up = world.instances().up();
    if (up == null) {
      return null; // the page cannot be loaded
    }
    for (ListedCall listed : up.application().callList()) {
      for (String sid : listed.people().keySet()) {
        Call call = world.telephony().call(sid);
        if (call != null && conversation.equals(call.origin().conversation())) {
          return listed.id();
        }
      }
    }
    return null;
  }
}
