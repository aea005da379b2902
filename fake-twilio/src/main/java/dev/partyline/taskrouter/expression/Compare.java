package dev.partyline.taskrouter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What the operators mean. */
final class Compare {

  private Compare() {}

  static boolean holds(JsonNode left, Operator operator, JsonNode right, boolean coerce) {
    return switch (operator) {
      case HAS -> left.isArray() && isScalar(right) && holds(left, right, coerce);
      case IN -> right.isArray() && isScalar(left) && holds(right, left, coerce);
      case NOT_IN -> right.isArray() && isScalar(left) && !holds(right, left, coerce);
      case EQUAL -> comparable(left, right) && equal(left, right, coerce);
      case NOT_EQUAL -> comparable(left, right) && !equal(left, right, coerce);
      case CONTAINS -> left.isTextual() && right.isTextual() && contains(left, right);
      case GREATER -> ordered(left, right, coerce) && order(left, right, coerce) > 0;
      case GREATER_OR_EQUAL -> ordered(left, right, coerce) && order(left, right, coerce) >= 0;
      case LESS -> ordered(left, right, coerce) && order(left, right, coerce) < 0;
      case LESS_OR_EQUAL -> ordered(left, right, coerce) && order(left, right, coerce) <= 0;
    };
  }

  private static boolean contains(JsonNode left, JsonNode right) {
    return left.textValue().contains(right.textValue());
  }

  /** TR-WF-41: null is in no array and holds nothing. */
  private static boolean isScalar(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }

  private static boolean holds(JsonNode array, JsonNode value, boolean coerce) {
    for (JsonNode one : array) {
      if (one.isValueNode() && equal(one, value, coerce)) {
        return true;
      }
    }
    return false;
  }

  /** TR-WF-39: scalar operators do not look at arrays and objects. */
  private static boolean comparable(JsonNode left, JsonNode right) {
    return left.isValueNode() && right.isValueNode();
  }

  private static boolean equal(JsonNode left, JsonNode right, boolean coerce) {
    if (left.isNull() || right.isNull()) {
      return left.isNull() && right.isNull();
    }
    if (left.isNumber() && right.isNumber()) {
      return left.decimalValue().compareTo(right.decimalValue()) == 0;
    }
    if (coerce && (left.isNumber() && right.isTextual() || left.isTextual() && right.isNumber())) {
      return number(left) != null
          && number(right) != null
          && number(left).compareTo(number(right)) == 0;
    }
    return left.getNodeType() == right.getNodeType() && left.asText().equals(right.asText());
  }

  /** TR-WF-40: only two numbers or two texts have an order. */
  private static boolean ordered(JsonNode left, JsonNode right, boolean coerce) {
    if (left.isTextual() && right.isTextual() || left.isNumber() && right.isNumber()) {
      return true;
    }
    return coerce
        && comparable(left, right)
        && (left.isNumber() || right.isNumber())
        && number(left) != null
        && number(right) != null;
  }

  private static int order(JsonNode left, JsonNode right, boolean coerce) {
    return left.isTextual() && right.isTextual()
        ? left.textValue().compareTo(right.textValue())
        : number(left).compareTo(number(right));
  }

  private static BigDecimal number(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue();
    }
    try {
      return value.isTextual() ? new BigDecimal(value.textValue().trim()) : null;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }
}
