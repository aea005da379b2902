package dev.partyline.journal;

/** The words for what a person does with a phone, as {@link Happening.PhoneActed} carries them. */
public final class PhoneAction {
  /** A softphone connects to the application, or a caller dials. */
  public static final String DIALS = "dials";

  /** The phone begins to ring. */
  public static final String RINGS = "rings";

  /** The person picks up. */
  public static final String ANSWERS = "answers";

  /** An answering machine picks up. */
  public static final String MACHINE_ANSWERS = "has a machine answer";

  /** The line is busy. */
  public static final String IS_BUSY = "is busy";

  /** The person declines. */
  public static final String REJECTS = "rejects";

  /** Nobody picks up until the platform gives up. */
  public static final String RINGS_OUT = "rings out";

  /** The number cannot be reached. */
  public static final String FAILS = "cannot be reached";

  /** The person drops the leg. */
  public static final String HANGS_UP = "hangs up";

  /** The person presses the softphone page's hang-up button: a request to the application. */
  public static final String PRESSES_HANG_UP = "presses hang-up";

  /** The person presses keys. */
  public static final String PRESSES_KEYS = "presses keys";

  /** The person says something. */
  public static final String SPEAKS = "speaks";

  /** The phone is gone without a word to the platform. */
  public static final String VANISHES = "vanishes";

  private PhoneAction() {}
}
