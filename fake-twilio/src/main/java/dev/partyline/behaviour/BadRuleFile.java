package dev.partyline.behaviour;

/** A rule file cannot be read; the message names the file, the line and what to write instead. */
public final class BadRuleFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRuleFile(String file, int line, String whatIsWrong) {
    super("%s line %d: %s".formatted(file, line, whatIsWrong));
  }

  BadRuleFile(String file, String whatIsWrong, Throwable cause) {
    super("%s: %s".formatted(file, whatIsWrong), cause);
  }
}
