package dev.partyline.rest;

import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the parameters of a request as the platform does. */
final class Form {

  private Form() {}

  /** True or false in any case; null when absent; anything else is refused. */
  static Boolean flag(RestRequest request, String name) {
    String value = request.filled(name);
    if (value == null) {
      return null;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad(name, value, "true or false");
    };
  }

  static boolean flag(RestRequest request, String name, boolean standard) {
    Boolean value = flag(request, name);
    return value == null ? standard : value;
  }

  static int whole(RestRequest request, String name, int standard, int min, int max) {
    return whole(request, name, standard, min, max, 20001);
  }

  static int whole(RestRequest request, String name, int standard, int min, int max, int code) {
    String value = request.filled(name);
    if (value == null) {
      return standard;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below with everything else that is no number in range
    }
    throw bad(code, name, value, "a whole number from " + min + " to " + max);
  }

  /** A text of at most {@code most} characters; null when absent. */
  static String text(RestRequest request, String name, int most) {
    String value = request.filled(name);
    if (value != null && value.length() > most) {
      throw bad(name, value.substring(0, 20) + "…", "at most " + most + " characters");
    }
    return value;
  }

  /** Words given once each or separated by spaces (CALL-65). */
  static List<String> words(RestRequest request, String name, List<String> standard) {
    List<String> given = request.params().get(name);
    if (given == null || given.isEmpty()) {
      return standard;
    }
    List<String> words = new ArrayList<>();
    for (String value : given) {
      for (String word : value.trim().split(" +")) {
        if (!word.isEmpty() && !words.contains(word)) {
          words.add(word);
        }
      }
    }
    return words.isEmpty() ? standard : words;
  }

  /** The subscription behind {@code prefix}, {@code prefixMethod} and {@code prefixEvent}. */
  static Subscription subscription(RestRequest request, String prefix, List<String> standard) {
    String url = request.filled(prefix);
    if (url == null) {
      return null;
    }
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      throw bad(prefix, url, "an absolute http or https URL");
    }
    String method = request.filled(prefix + "Method");
    return new Subscription(
        url,
        method == null ? "POST" : method.toUpperCase(Locale.ROOT),
        words(request, prefix + "Event", standard));
  }

  static Refusal bad(String name, String value, String expected) {
    return bad(20001, name, value, expected);
  }

  static Refusal bad(int code, String name, String value, String expected) {
    return new Refusal(
        400, code, "Invalid parameter " + name + ": '" + value + "' is not " + expected);
  }
}
