package dev.partyline.taskrouter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads tokens: OR of ANDs of comparisons and parentheses (TR-WF-38). */
final class Parser {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 100;

  private final String text;
  private final Dialect dialect;
  private List<Token> tokens;
  private int next;
  private int depth;

  Parser(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  Expression whole() throws BadExpression {
    tokens = new Lexer(text).tokens();
    Expression expression = or();
    if (peek().kind() != Token.Kind.END) {
      throw wrong(peek(), "AND, OR or the end");
    }
    return expression;
  }

  private Expression or() throws BadExpression {
    Expression left = and();
    while (peek().isWord("OR")) {
      next++;
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() throws BadExpression {
    Expression left = one();
    while (peek().isWord("AND")) {
      next++;
      left = new Expression.And(left, one());
    }
    return left;
  }

  private Expression one() throws BadExpression {
    if (++depth > DEEPEST) {
      throw new BadExpression("more than " + DEEPEST + " levels", peek().at(), text);
    }
    try {
      if (peek().isSign("(")) {
        next++;
        Expression inner = or();
        expect(")");
        return inner;
      }
      if (peek().isWord("NOT") && dialect.allowNot()) {
        next++;
        return new Expression.Not(one());
      }
      return comparison();
    } finally {
      depth--;
    }
  }

  private Expression comparison() throws BadExpression {
    Operand left = operand();
    Operator operator = operator();
    return new Expression.Comparison(left, operator, operand(), dialect.coerceNumbers());
  }

  private Operator operator() throws BadExpression {
    Token token = peek();
    Operator found = token.kind() == Token.Kind.SIGN ? Operator.ofSign(token.text()) : null;
    if (token.kind() == Token.Kind.NAME) {
      found =
          switch (token.text().toUpperCase(Locale.ROOT)) {
            case "CONTAINS" -> Operator.CONTAINS;
            case "HAS" -> Operator.HAS;
            case "IN" -> Operator.IN;
            default -> null;
          };
      if (token.isWord("NOT") && tokens.get(next + 1).isWord("IN")) {
        next++;
        found = Operator.NOT_IN;
      }
    }
    if (found == null) {
      throw wrong(token, "OPERATOR");
    }
    next++;
    return found;
  }

  private Operand operand() throws BadExpression {
    Token token = peek();
    if (token.isSign("[")) {
      return new Operand.Constant(array());
    }
    if (token.kind() == Token.Kind.NAME && !isConstant(token)) {
      return reference();
    }
    return new Operand.Constant(constant());
  }

  private ArrayNode array() throws BadExpression {
    expect("[");
    ArrayNode values = JSON.arrayNode();
    if (peek().isSign("]")) {
      next++;
      return values;
    }
    values.add(constant());
    while (peek().isSign(",")) {
      next++;
      values.add(constant());
    }
    expect("]");
    return values;
  }

  private static boolean isConstant(Token token) {
    return token.isWord("true") || token.isWord("false") || token.isWord("null");
  }

  private JsonNode constant() throws BadExpression {
    Token token = tokens.get(next);
    JsonNode value =
        switch (token.kind()) {
          case STRING -> JSON.textNode(token.value());
          case NUMBER -> JSON.numberNode(new BigDecimal(token.text()));
          case NAME ->
              token.isWord("true")
                  ? JSON.booleanNode(true)
                  : token.isWord("false")
                      ? JSON.booleanNode(false)
                      : token.isWord("null") ? JSON.nullNode() : null;
          default -> null;
        };
    if (value == null) {
      throw wrong(token, "a string, a number, true, false, null or an attribute");
    }
    next++;
    return value;
  }

  private Operand reference() throws BadExpression {
    List<Object> steps = new ArrayList<>();
    steps.add(name());
    while (peek().isSign(".") || peek().isSign("[")) {
      boolean dot = peek().isSign(".");
      next++;
      if (dot) {
        steps.add(name());
      } else {
        Token index = peek();
        if (index.kind() != Token.Kind.NUMBER || !index.text().matches("[0-9]{1,6}")) {
          throw wrong(index, "an array index");
        }
        steps.add(Integer.valueOf(index.text()));
        next++;
        expect("]");
      }
    }
    return new Operand.Reference(steps);
  }

  private String name() throws BadExpression {
    Token token = peek();
    boolean reserved =
        token.isWord("AND") || token.isWord("OR") || token.isWord("NOT") || token.isWord("IN");
    if (token.kind() != Token.Kind.NAME || reserved) {
      throw wrong(token, "an attribute");
    }
    next++;
    return token.text();
  }

  private void expect(String sign) throws BadExpression {
    if (!peek().isSign(sign)) {
      throw wrong(peek(), "'" + sign + "'");
    }
    next++;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private BadExpression wrong(Token token, String expected) {
    String found = token.kind() == Token.Kind.END ? "the end" : "'" + token.text() + "'";
    return new BadExpression(
        "extraneous input " + found + " expecting " + expected, token.at(), text);
  }
}
