package dev.partyline.taskrouter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;

/** What names in an expression stand for. */
@FunctionalInterface
public interface Scope {

  /** The value behind a first name; never null: what does not exist is a missing or null node. */
  JsonNode value(String name);

  /** Bare names are attributes of this object (TR-WF-44). */
  static Scope attributes(JsonNode object) {
    return name -> object.path(name);
  }

  /** Each name has a prefix, {@code task} or {@code worker} (TR-WF-44). */
  static Scope prefixed(Map<String, ? extends JsonNode> byPrefix) {
    return name -> {
      JsonNode found = byPrefix.get(name);
      return found == null ? MissingNode.getInstance() : found;
    };
  }

  /** Follows a whole reference; a step that leads nowhere is null (TR-WF-35). */
  default JsonNode follow(List<Object> steps) {
    JsonNode node = value((String) steps.get(0));
    for (Object step : steps.subList(1, steps.size())) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
    }
    return node.isMissingNode() ? NullNode.getInstance() : node;
  }
}
