package dev.switchboard.checks;

import dev.switchboard.features.FeatureRun;
import java.nio.file.Path;

/** Runs scenarios for QA: all, or those that the argument names. See {@link FeatureRun}. */
public final class Features {

  private Features() {}

  /** Ends the JVM with the exit code of {@link FeatureRun}. */
  public static void main(String[] args) {
    int exit = FeatureRun.FAULT;
    try {
      Path root = Path.of(System.getProperty("partyline.root", "")).toAbsolutePath();
      exit = FeatureRun.of(args, root, System.out);
    } catch (Throwable fault) {
      System.out.println("Partyline itself failed; please report it with what follows.");
      fault.printStackTrace(System.out);
    }
    System.out.flush();
    System.exit(exit);
  }
}
