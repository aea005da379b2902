package dev.partyline.world;

import java.util.Locale;

/** The buttons that pages of a contact centre have, by the words of their field. */
public enum Button {
  /** The agent ends the call, whatever is known of it. */
  HANG_UP,
  /** The customer waits and neither hears nor is heard. */
  HOLD,
  /** The customer is back. */
  RESUME,
  /** The agent is not heard; hears on. */
  MUTE,
  /** The agent is heard again. */
  UNMUTE,
  /** The customer is handed to somebody without asking them; argument {@link #TO}. */
  COLD_TRANSFER,
  /** The customer is put on hold and somebody is called to be asked; argument {@link #TO}. */
  CONSULT,
  /** The agent talks with the other one of the two from now on: customer or colleague. */
  SWAP,
  /** The agent leaves customer and colleague together. */
  COMPLETE_TRANSFER,
  /** The colleague is let go and the customer is back. */
  ABORT_TRANSFER,
  /** The agent is done with what came after the call. */
  WRAP_UP,
  /** The agent, whose page was loaded anew, wants the call back. */
  TAKE_BACK,
  /** The supervisor hears the call and is heard by nobody. */
  LISTEN,
  /** The supervisor hears the call and is heard by the agent alone. */
  WHISPER,
  /** The supervisor hears everybody and is heard by everybody. */
  BARGE,
  /** The supervisor goes. */
  LEAVE;

  /** Argument of two buttons: the address to reach, such as {@code client:agent-2}. */
  public static final String TO = "to";

  /** The word in stories, journals and requests: {@code cold-transfer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether an agent's page has it for as long as its phone is on the line, and no longer. */
  public boolean needsCall() {
    return this != TAKE_BACK && this != WRAP_UP && !isSupervisors();
  }

  /** Whether supervisors have it; else agents have. */
  public boolean isSupervisors() {
    return ordinal() >= LISTEN.ordinal();
  }
}
