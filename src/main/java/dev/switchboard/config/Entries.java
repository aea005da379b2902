package dev.switchboard.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys and values of one mapping in the file. Nothing here throws: what is wrong is noted, and
 * a usable value given back, so that one reading finds every mistake.
 */
final class Entries {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Notes notes;
  private final String name;
  private final Node place;
  private final Map<String, NodeTuple> found = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /** {@code node} is null when the file has nothing there. */
  Entries(Notes notes, String name, Node node) {
    this.notes = notes;
    this.name = name;
    this.place = node;
    if (node == null || Tag.NULL.equals(node.getTag())) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      notes.add(node, name + " must have keys and values");
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode it ? it.getValue() : "";
      if (found.put(key, entry) != null) {
        notes.add(entry.getKeyNode(), "'" + key + "' is in " + name + " twice");
      }
    }
  }

  /** The text of this key with variables put in; null when the key is absent. */
  String text(String key) {
    Node node = node(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar)) {
      wrong(key, "must be text");
      return null;
    }
    return withVariables(key, scalar.getValue());
  }

  private String withVariables(String key, String value) {
    Matcher matcher = VARIABLE.matcher(value);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String variable = notes.environment(matcher.group(1));
      if (variable == null) {
        wrong(key, "names the environment variable " + matcher.group(1) + ", which is not set");
        return null;
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(variable));
    }
    return matcher.appendTail(text).toString();
  }

  /** A text that looks like this; {@code otherwise} when the key is absent or wrong. */
  String like(String key, String pattern, String allowed, String otherwise) {
    String value = text(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches(pattern)) {
      wrong(key, "is '" + value + "'; it must be " + allowed);
      return otherwise;
    }
    return value;
  }

  /** As {@link #like}, and its absence is a mistake. */
  String required(String key, String pattern, String allowed, String example) {
    if (node(key) == null) {
      notes.add(place, name + " needs '" + key + "': " + allowed);
      return example;
    }
    return like(key, pattern, allowed, example);
  }

  /** A whole number in bounds. */
  int whole(String key, int least, int most, int otherwise) {
    String value = text(key);
    if (value == null) {
      return otherwise;
    }
    if (value.matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(key, "is '" + value + "'; it must be a whole number from " + least + " to " + most);
    return otherwise;
  }

  /** True or false. */
  boolean flag(String key, boolean otherwise) {
    return Boolean.parseBoolean(
        like(key, "true|false", "true or false", Boolean.toString(otherwise)));
  }

  /**
   * A secret: one environment variable, or the content of the file that {@code keyFile} names; null
   * when neither is there. Its value is in no message.
   */
  String secret(String key) {
    String path = text(key + "File");
    Node node = node(key);
    if (node != null) {
      boolean variable =
          node instanceof ScalarNode scalar && VARIABLE.matcher(scalar.getValue()).matches();
      if (!variable) {
        wrong(
            key,
            "is a secret: name an environment variable, ${NAME}, or a file by '" + key + "File'");
        return null;
      }
      return text(key);
    }
    if (path == null) {
      return null;
    }
    try {
      return Files.readString(Path.of(path)).strip();
    } catch (IOException | IllegalArgumentException unreadable) {
      wrong(key + "File", "is '" + path + "', which cannot be read");
      return null;
    }
  }

  /** As {@link #secret}, and its absence is a mistake. */
  String requiredSecret(String key) {
    String value = secret(key);
    if (value == null && node(key) == null && node(key + "File") == null) {
      notes.add(place, name + " needs '" + key + "': ${NAME}; or '" + key + "File': a file's path");
    }
    return value == null ? "" : value;
  }

  /** What is below this key; empty when it is absent. */
  Entries below(String key) {
    return new Entries(notes, key, node(key));
  }

  /** The mappings listed under this key. */
  List<Entries> each(String key) {
    List<Entries> all = new ArrayList<>();
    Node node = node(key);
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        all.add(new Entries(notes, "an entry of " + key, item));
      }
    } else if (node != null) {
      wrong(key, "must be a list");
    }
    return all;
  }

  /** Notes a mistake in a value. */
  void wrong(String key, String what) {
    NodeTuple entry = found.get(key);
    notes.add(entry == null ? place : entry.getValueNode(), "'" + key + "' " + what);
  }

  /** Notes the keys that nobody asked for. */
  void end() {
    found.forEach(
        (key, entry) -> {
          if (!asked.contains(key)) {
            String known = String.join(", ", asked);
            notes.add(
                entry.getKeyNode(), "'" + key + "' is no key; " + name + " can have: " + known);
          }
        });
  }

  private Node node(String key) {
    asked.add(key);
    NodeTuple entry = found.get(key);
    boolean empty = entry == null || Tag.NULL.equals(entry.getValueNode().getTag());
    return empty ? null : entry.getValueNode();
  }
}
