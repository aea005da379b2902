package dev.partyline.report;

import dev.partyline.law.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The frame of every page: style and script inside it, and a content policy under which nothing but
 * that script runs and nothing is fetched.
 */
final class Page {

  private static final String STYLE = resource("page.css");
  private static final String SCRIPT = resource("page.js");

  private Page() {}

  static void begin(Markup out, String title) {
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
            + "form-action 'none'; script-src 'sha256-"
            + sha256(SCRIPT)
            + "'";
    out.trusted("<!doctype html>").line().open("html", "lang", "en").line().open("head").line();
    out.empty("meta", "charset", "utf-8").line();
    out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    out.empty("meta", "name", "color-scheme", "content", "light dark").line();
    out.leaf("title", title).line();
    out.open("style").trusted(STYLE).close().line();
    out.close().line().open("body").open("main").line();
  }

  /** Ends the page; the facts are a JSON text in ASCII, null when there are none. */
  static void end(Markup out, String facts) {
    out.close().line();
    if (facts != null) {
      String safe = facts.replace("<", "\\u003c");
      out.open("script", "type", "application/json", "id", "facts").trusted(safe).close().line();
    }
    out.open("script").trusted(SCRIPT).close().line();
    out.close().line().close().line();
  }

  /** A standing in words. */
  static String word(Verdict.Standing standing) {
    return switch (standing) {
      case HELD -> "held";
      case VIOLATED -> "violated";
      case NOT_EXERCISED -> "not exercised";
    };
  }

  /** The style of a standing's chip. */
  static String chip(Verdict.Standing standing) {
    return switch (standing) {
      case HELD -> "chip good";
      case VIOLATED -> "chip bad";
      case NOT_EXERCISED -> "chip idle";
    };
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks dev/partyline/report/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read dev/partyline/report/" + name, e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
