package dev.partyline.cli;

/** What the process tells its caller. */
public final class ExitCode {
  /** Everything is as it should be. */
  public static final int GOOD = 0;

  /** A law is broken, or a known-bad program was not caught. */
  public static final int VIOLATION = 1;

  /** The words of the command make no sense. */
  public static final int USAGE = 2;

  /** Partyline is at fault, or a run could not be judged. */
  public static final int FAULT = 3;

  private ExitCode() {}
}
