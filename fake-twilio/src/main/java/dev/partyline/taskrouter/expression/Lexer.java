package dev.partyline.taskrouter.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class Lexer {

  private static final List<String> SIGNS =
      List.of("==", "!=", ">=", "<=", ">-", "<-", "=", ">", "<", "(", ")", "[", "]", ",", ".");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() throws BadExpression {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '"' || c == '\'') {
        string(c);
      } else if (isDigit(at) || c == '-' && isDigit(at + 1) && !afterOperand()) {
        number();
      } else if (Character.isLetter(c) || c == '_' || c == '$') {
        name();
      } else {
        sign();
      }
    }
    tokens.add(new Token(Token.Kind.END, "the end", "", at));
    return tokens;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  /** A minus right after a value would be arithmetic, which there is none of (TR-WF-43). */
  private boolean afterOperand() {
    if (tokens.isEmpty() || at == 0 || Character.isWhitespace(text.charAt(at - 1))) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.kind() != Token.Kind.SIGN || last.isSign(")") || last.isSign("]");
  }

  private void string(char quote) throws BadExpression {
    int begin = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new BadExpression("unterminated string, missing " + quote, begin, text);
    }
    at++;
    add(Token.Kind.STRING, begin, value.toString());
  }

  private void number() {
    int begin = at++;
    while (isDigit(at)) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
      at++;
      while (isDigit(at)) {
        at++;
      }
    }
    add(Token.Kind.NUMBER, begin, text.substring(begin, at));
  }

  private void name() {
    int begin = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    add(Token.Kind.NAME, begin, text.substring(begin, at));
  }

  private void sign() throws BadExpression {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        at += sign.length();
        add(Token.Kind.SIGN, at - sign.length(), sign);
        return;
      }
    }
    if (text.charAt(at) == '-') {
      int end = at + 1;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      throw new BadExpression(
          "extraneous input '" + text.substring(at, end) + "' expecting OPERATOR", at, text);
    }
    throw new BadExpression("token recognition error at '" + text.charAt(at) + "'", at, text);
  }

  private void add(Token.Kind kind, int begin, String value) {
    tokens.add(new Token(kind, text.substring(begin, at), value, begin));
  }
}
