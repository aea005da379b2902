package dev.partyline.gherkin;

/**
 * One step as people write it, in one language.
 *
 * @param language {@code en} or {@code ja}
 * @param keyword the keyword it usually follows
 * @param expression its text, with the words that vary in braces
 * @param method the method behind it, by which languages pair
 */
public record StepText(String language, String keyword, String expression, String method) {

  /** Keyword and expression. */
  public String line() {
    return keyword + " " + expression;
  }
}
