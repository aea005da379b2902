package dev.partyline.server.config;

import java.util.List;

/** A configuration file that cannot be used; its message has a line for each mistake. */
public final class BadConfiguration extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  BadConfiguration(String file, List<Problem> problems) {
    super(sentence(file, problems));
    this.problems = List.copyOf(problems);
  }

  /** All mistakes, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  private static String sentence(String file, List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(text.length() == 0 ? "" : System.lineSeparator())
          .append(file)
          .append(':')
          .append(problem.line())
          .append(':')
          .append(problem.column())
          .append(": ")
          .append(problem.text());
    }
    return text.toString();
  }
}
