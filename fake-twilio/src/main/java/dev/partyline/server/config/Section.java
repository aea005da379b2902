package dev.partyline.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Keys and values of one place in the file. Reading never throws: a mistake is noted and the
 * standard value taken, so that all mistakes are found in one go. {@link #done} notes the keys that
 * nobody asked for.
 */
final class Section {

  private final List<Problem> problems;
  private final String name;
  private final Node place;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * A section.
   *
   * @param name of the place in the file, empty for the whole file
   * @param node null when there is nothing
   */
  Section(List<Problem> problems, String name, Node node) {
    this.problems = problems;
    this.name = name;
    this.place = node;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String key = scalar(entry.getKeyNode());
        if (key == null) {
          wrong(entry.getKeyNode(), "a key must be plain text");
        } else if (entries.put(key, entry) != null) {
          wrong(entry.getKeyNode(), "'" + key + "' is here twice");
        }
      }
    } else if (node != null && !isNull(node)) {
      wrong(node, here() + " must have keys and values, not " + kind(node));
    }
  }

  // ---- values ----

  /** Whether a key is here with a value. */
  boolean has(String key) {
    return node(key) != null;
  }

  /** A text; null when it is absent. */
  String text(String key) {
    Node node = node(key);
    if (node == null) {
      return null;
    }
    String value = scalar(node);
    if (value == null) {
      wrong(node, "'" + key + "' must be text, not " + kind(node));
    }
    return value;
  }

  /** A text; noted and empty when it is absent. */
  String required(String key) {
    if (!has(key)) {
      wrong(place, here() + " needs '" + key + "'");
      return "";
    }
    String value = text(key);
    return value == null ? "" : value;
  }

  /** A text that must look like this; the standard when it is absent or looks otherwise. */
  String like(String key, String standard, Pattern pattern, String allowed) {
    String value = text(key);
    if (value == null) {
      return standard;
    }
    if (!pattern.matcher(value).matches()) {
      wrong(node(key), "'" + key + "' is '" + value + "'; it must be " + allowed);
      return standard;
    }
    return value;
  }

  /** One of these words; the first is the standard. */
  String word(String key, List<String> words) {
    String value = text(key);
    if (value == null || words.contains(value)) {
      return value == null ? words.get(0) : value;
    }
    wrong(
        node(key),
        "'" + key + "' is '" + value + "'; it must be one of " + String.join(", ", words));
    return words.get(0);
  }

  /** A whole number within bounds. */
  long whole(String key, long standard, long least, long most) {
    String value = text(key);
    if (value == null) {
      return standard;
    }
    try {
      long number = Long.parseLong(value.replace("_", ""));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // told below
    }
    wrong(
        node(key),
        "'"
            + key
            + "' is '"
            + value
            + "'; it must be a whole number from "
            + least
            + " to "
            + most);
    return standard;
  }

  /** A number above 0 and up to a bound. */
  double positive(String key, double standard, double most) {
    String value = text(key);
    if (value == null) {
      return standard;
    }
    try {
      double number = Double.parseDouble(value);
      if (number > 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // told below
    }
    wrong(
        node(key),
        "'" + key + "' is '" + value + "'; it must be a number more than 0 and at most " + most);
    return standard;
  }

  boolean flag(String key, boolean standard) {
    return Boolean.parseBoolean(
        word(key, List.of(Boolean.toString(standard), Boolean.toString(!standard))));
  }

  /** Texts of a list; empty when it is absent. */
  List<String> texts(String key) {
    List<String> found = new ArrayList<>();
    for (Node item : items(key)) {
      String value = scalar(item);
      if (value == null) {
        wrong(item, "'" + key + "' must hold texts, not " + kind(item));
      } else {
        found.add(value);
      }
    }
    return found;
  }

  /** A section below this; empty when it is absent. */
  Section section(String key) {
    Node node = node(key);
    return new Section(problems, key, node);
  }

  /** The sections of a list; empty when it is absent. */
  List<Section> sections(String key) {
    List<Section> found = new ArrayList<>();
    for (Node item : items(key)) {
      found.add(new Section(problems, "an entry of " + key, item));
    }
    return found;
  }

  /** Whatever is here, by key, where the file's writer chooses the keys. */
  Map<String, String> free() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String key : entries.keySet()) {
      String value = text(key);
      if (value != null) {
        found.put(key, value);
      }
    }
    return found;
  }

  /** Notes that the value of a key is wrong, or that the key itself is. */
  void wrong(String key, String text) {
    NodeTuple entry = entries.get(key);
    wrong(entry == null ? place : entry.getValueNode(), text);
  }

  /** Notes that a key should not be here. */
  void wrongKey(String key, String text) {
    wrong(entries.get(key).getKeyNode(), text);
  }

  /** Notes that something is wrong with the whole section. */
  void wrong(String text) {
    wrong(place, text);
  }

  /** Notes every key that nobody asked for. */
  void done() {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            wrong(
                entry.getKeyNode(),
                "unknown key '" + key + "'; " + here() + " can have " + String.join(", ", known));
          }
        });
  }

  // ---- inside ----

  private Node node(String key) {
    known.add(key);
    NodeTuple entry = entries.get(key);
    return entry == null || isNull(entry.getValueNode()) ? null : entry.getValueNode();
  }

  private List<Node> items(String key) {
    Node node = node(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    wrong(node, "'" + key + "' must be a list, not " + kind(node));
    return List.of();
  }

  private String here() {
    return name.isEmpty() ? "the file" : name;
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  private static String kind(Node node) {
    return node instanceof MappingNode
        ? "keys and values"
        : node instanceof SequenceNode ? "a list" : "'" + scalar(node) + "'";
  }

  private void wrong(Node node, String text) {
    Optional<Mark> mark = node == null ? Optional.empty() : node.getStartMark();
    problems.add(
        new Problem(
            mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, text));
  }
}
