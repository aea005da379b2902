package dev.switchboard.config;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The file cannot be used; the message has a line for each mistake, in the file's order. */
public final class BadConfiguration extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  BadConfiguration(String file, List<Problem> problems) {
    super(
        problems.stream()
            .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
            .map(it -> file + ":" + it.line() + ":" + it.column() + ": " + it.text())
            .collect(Collectors.joining(System.lineSeparator())));
  }
}
