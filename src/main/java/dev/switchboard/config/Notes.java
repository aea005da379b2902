package dev.switchboard.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What a reading has at hand, and the mistakes it has found. */
final class Notes {

  private final Map<String, String> environment;
  private final List<Problem> problems = new ArrayList<>();

  Notes(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The variable; null when it is not set or empty. */
  String environment(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  void add(Node node, String text) {
    Optional<Mark> mark = node == null ? Optional.empty() : node.getStartMark();
    add(mark, text);
  }

  void add(Optional<Mark> mark, String text) {
    problems.add(
        new Problem(
            mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, text));
  }

  List<Problem> problems() {
    return problems;
  }
}
