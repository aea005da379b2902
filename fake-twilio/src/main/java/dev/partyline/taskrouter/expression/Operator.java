package dev.partyline.taskrouter.expression;

/** The operators (TR-WF-36, TR-WF-37). */
enum Operator {
  EQUAL("=="),
  NOT_EQUAL("!="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  CONTAINS("CONTAINS"),
  HAS("HAS"),
  IN("IN"),
  NOT_IN("NOT IN");

  private final String word;

  Operator(String word) {
    this.word = word;
  }

  /** As people write it. */
  String word() {
    return word;
  }

  /** The operator a sign stands for, aliases included; null when it is none. */
  static Operator ofSign(String sign) {
    return switch (sign) {
      case "==", "=" -> EQUAL;
      case "!=" -> NOT_EQUAL;
      case ">" -> GREATER;
      case ">=" -> GREATER_OR_EQUAL;
      case "<" -> LESS;
      case "<=" -> LESS_OR_EQUAL;
      case ">-" -> HAS;
      case "<-" -> IN;
      default -> null;
    };
  }
}
