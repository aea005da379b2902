package dev.switchboard.features;

import dev.partyline.gherkin.BadStep;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.options.CommandlineOptionsParser;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.runtime.Runtime;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Runs feature files from disk and says, a line for each scenario, what came of it.
 *
 * <p>One argument at the most, relative to the project's folder: a file, a folder, or a file and a
 * line such as {@code features/ja/busy.feature:10}. Without one, everything in {@code features}.
 */
public final class FeatureRun {

  /** Every scenario passed. */
  public static final int PASSED = 0;

  /** A scenario failed: the program under test does not do what it says. */
  public static final int FAILED = 1;

  /** The argument, a file or a step is wrong: whoever wrote it has to change it. */
  public static final int WRONG = 2;

  /** Partyline itself is at fault. */
  public static final int FAULT = 3;

  private static final String GLUE = "dev.partyline.gherkin";

  private FeatureRun() {}

  /**
   * Runs what the arguments name and prints the outcome.
   *
   * @param root the project's folder
   * @return the greatest of the four codes that any scenario brought
   */
  public static int of(String[] args, Path root, PrintStream out) {
    try {
      FeatureFiles files = FeatureFiles.named(args, root);
      FeatureReport report = new FeatureReport(root, out);
      cucumber(files, report).run();
      return report.summary(files);
    } catch (BadStep wrong) {
      out.println(wrong.getMessage());
      return WRONG;
    } catch (FeatureParserException malformed) {
      out.println(ParseErrors.explain(malformed, root));
      return WRONG;
    }
  }

  private static Runtime cucumber(FeatureFiles files, FeatureReport report) {
    RuntimeOptions options =
        new CommandlineOptionsParser(OutputStream.nullOutputStream())
            .parse("--glue", GLUE, "--no-summary", "--monochrome", files.forCucumber())
            .build();
    return Runtime.builder()
        .withRuntimeOptions(options)
        .withClassLoader(FeatureRun.class::getClassLoader)
        .withAdditionalPlugins(report)
        .build();
  }
}
