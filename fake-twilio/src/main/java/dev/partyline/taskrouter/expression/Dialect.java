package dev.partyline.taskrouter.expression;

/**
 * Where sources disagree on the language.
 *
 * @param coerceNumbers whether a number equals the text that writes it (TR-WF-40)
 * @param allowNot whether {@code NOT} may stand before an expression (TR-WF-46)
 */
public record Dialect(boolean coerceNumbers, boolean allowNot) {

  /** As documented: neither. */
  public static final Dialect DOCUMENTED = new Dialect(false, false);
}
