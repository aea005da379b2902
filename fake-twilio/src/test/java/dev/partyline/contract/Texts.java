package dev.partyline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a schema cannot say of a text: dates that SDKs read without an error as nothing, links. */
final class Texts {

  private static final Pattern RFC_2822 =
      Pattern.compile(
          "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2}"
              + " (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4}"
              + " \\d{2}:\\d{2}:\\d{2} \\+0000");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
  private static final DateTimeFormatter PARSER =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

  private Texts() {}

  /** Adds a sentence for each text inside the value that has a wrong form. */
  static void check(String pointer, JsonNode schema, JsonNode value, List<String> problems) {
    if (value.isObject()) {
      boolean links = "uri-map".equals(schema.path("format").textValue());
      for (var field : value.properties()) {
        String inside = pointer + "/" + field.getKey();
        if (links) {
          checkLink(inside, field.getValue(), problems);
        } else {
          check(inside, schema.at("/properties/" + field.getKey()), field.getValue(), problems);
        }
      }
      return;
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(pointer + "/" + i, schema.path("items"), value.get(i), problems);
      }
      return;
    }
    if (value.isTextual()) {
      String problem = problem(schema.path("format").asText(""), value.textValue());
      if (problem != null) {
        problems.add(pointer + " is " + value + ", which is " + problem);
      }
      if (pointer.matches(".*/((first|next|previous)_page_)?uri")) {
        checkLink(pointer, value, problems);
      }
    }
  }

  private static String problem(String format, String text) {
    return switch (format) {
      case "date-time-rfc-2822" ->
          isRfc2822(text) ? null : "no date like Tue, 31 Aug 2010 20:36:28 +0000";
      case "date-time" -> isIso(text) ? null : "no date like 2019-09-05T12:28:13Z";
      case "currency" -> text.matches("[A-Z]{3}") ? null : "no currency like USD";
      case "http-method" -> text.matches("GET|POST|HEAD|DELETE|PUT|") ? null : "no HTTP method";
      default -> null;
    };
  }

  private static void checkLink(String pointer, JsonNode link, List<String> problems) {
    String text = link.textValue();
    boolean fits =
        text != null
            && (text.matches("/2010-04-01/Accounts[^\\s?]*\\.json(\\?\\S*)?")
                || text.matches("https://[a-z]+\\.twilio\\.com/\\S+"));
    if (!fits) {
      problems.add(pointer + " is " + link + ", which is no link of the API");
    }
  }

  /** With the right weekday: the parser compares it. */
  private static boolean isRfc2822(String text) {
    if (!RFC_2822.matcher(text).matches()) {
      return false;
    }
    try {
      PARSER.parse(text);
      return true;
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  private static boolean isIso(String text) {
    if (!ISO.matcher(text).matches()) {
      return false;
    }
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException wrong) {
      return false;
    }
  }
}
