package dev.partyline.taskrouter.expression;

/**
 * A piece of an expression.
 *
 * @param text as written
 * @param value for strings the text between the quotes, else the text
 * @param at where it begins
 */
record Token(Kind kind, String text, String value, int at) {

  enum Kind {
    NAME,
    STRING,
    NUMBER,
    SIGN,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
