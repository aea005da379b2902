package dev.partyline.taskrouter.expression;

/** A condition on attributes. Immutable; equal when written in the same way. */
public sealed interface Expression {

  /** Whether it holds; never fails (TR-WF-39 to 41). */
  boolean holds(Scope scope);

  /**
   * Reads an expression as documented.
   *
   * @param text not blank: what an absent expression means differs from place to place
   * @throws BadExpression saying what was found, what was expected and where
   */
  static Expression parse(String text) throws BadExpression {
    return parse(text, Dialect.DOCUMENTED);
  }

  /** Reads an expression of this dialect. */
  static Expression parse(String text, Dialect dialect) throws BadExpression {
    return new Parser(text, dialect).whole();
  }

  /** Both sides hold. */
  record And(Expression left, Expression right) implements Expression {
    @Override
    public boolean holds(Scope scope) {
      return left.holds(scope) && right.holds(scope);
    }
  }

  /** One side holds. */
  record Or(Expression left, Expression right) implements Expression {
    @Override
    public boolean holds(Scope scope) {
      return left.holds(scope) || right.holds(scope);
    }
  }

  /** The inner one does not hold. */
  record Not(Expression inner) implements Expression {
    @Override
    public boolean holds(Scope scope) {
      return !inner.holds(scope);
    }
  }

  /** Two values beside an operator. */
  record Comparison(Operand left, Operator operator, Operand right, boolean coerceNumbers)
      implements Expression {
    @Override
    public boolean holds(Scope scope) {
      return Compare.holds(left.in(scope), operator, right.in(scope), coerceNumbers);
    }
  }
}
