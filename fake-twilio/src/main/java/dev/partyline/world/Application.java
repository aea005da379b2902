package dev.partyline.world;

import dev.partyline.webhook.ApplicationPort;
import java.util.Map;

/**
 * A running program under test. Every method is called on a fiber and may block on its
 * surroundings.
 */
public interface Application extends ApplicationPort {

  /**
   * The agent pressed the hang-up button of the softphone page, which knows its own call alone.
   *
   * @param callSid the agent's leg
   */
  void hangUpPressed(String callSid);

  /**
   * What the application believes of its calls now: call SID to status word, in a fixed order. Must
   * not block. Empty when the application keeps no such belief.
   */
  default Map<String, String> beliefs() {
    return Map.of();
  }
}
