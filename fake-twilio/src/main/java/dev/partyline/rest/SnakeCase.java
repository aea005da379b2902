package dev.partyline.rest;

/** Names of parameters as the platform writes them in attributes, instructions and JSON. */
public final class SnakeCase {

  private SnakeCase() {}

  /** {@code CallSid} becomes {@code call_sid}: an underscore after a lower-case letter. */
  public static String ofParameter(String name) {
    return of(name, false);
  }

  /** {@code postWork2Sid} becomes {@code post_work2_sid}: an underscore after a digit, too. */
  public static String ofKey(String name) {
    return of(name, true);
  }

  private static String of(String name, boolean afterDigits) {
    StringBuilder snake = new StringBuilder(name.length() + 4);
    char before = ' ';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins = c >= 'A' && c <= 'Z';
      boolean goesOn =
          before >= 'a' && before <= 'z' || afterDigits && before >= '0' && before <= '9';
      if (begins && goesOn) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
      before = c;
    }
    return snake.toString();
  }
}
