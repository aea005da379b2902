package dev.partyline.taskrouter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One side of a comparison. */
sealed interface Operand {

  /** What it is worth; never a missing node. */
  JsonNode in(Scope scope);

  /** A constant or a literal array. */
  record Constant(JsonNode value) implements Operand {
    @Override
    public JsonNode in(Scope scope) {
      return value;
    }
  }

  /** A name, then names and array indexes. */
  record Reference(List<Object> steps) implements Operand {
    public Reference {
      steps = List.copyOf(steps);
    }

    @Override
    public JsonNode in(Scope scope) {
      return scope.follow(steps);
    }
  }
}
