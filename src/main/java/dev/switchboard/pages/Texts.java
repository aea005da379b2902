package dev.switchboard.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The texts of the pages in one language. */
public final class Texts {

  /** English. */
  public static final Texts ENGLISH = new Texts("en");

  /** Japanese. */
  public static final Texts JAPANESE = new Texts("ja");

  private final String language;
  private final Properties texts = new Properties();

  private Texts(String language) {
    this.language = language;
    try (InputStream in = Texts.class.getResourceAsStream("texts_" + language + ".properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException missing) {
      throw new UncheckedIOException("the texts of " + language + " are missing", missing);
    }
  }

  /** Japanese, or English for anything else. */
  public static Texts in(Locale locale) {
    return locale.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
  }

  /** {@code en} or {@code ja}. */
  public String language() {
    return language;
  }

  /** The text of this key; the key itself when there is none, which may be a sentence already. */
  public String of(String key) {
    return texts.getProperty(key, key);
  }

  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }
}
