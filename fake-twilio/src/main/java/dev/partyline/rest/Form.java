package dev.partyline.rest;

import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.SoundSource;
import dev.partyline.telephony.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parameters of a request as the platform does. */
public final class Form {

  /** Scheme, host with optional user and port, and what follows without a space. */
  private static final Pattern URL =
      Pattern.compile(
          "(?i)https?://(?:[^/?#@\\s]*@)?([^/?#@:\\s]+|\\[[^]\\s]+])(?::[0-9]+)?([/?#]\\S*)?");

  private Form() {}

  /** True or false in any case; null when absent; anything else is refused. */
  public static Boolean flag(RestRequest request, String name) {
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

  public static boolean flag(RestRequest request, String name, boolean standard) {
    Boolean value = flag(request, name);
    return value == null ? standard : value;
  }

  public static int whole(RestRequest request, String name, int standard, int min, int max) {
    return whole(request, name, standard, min, max, 20001);
  }

  public static int whole(
      RestRequest request, String name, int standard, int min, int max, int code) {
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

  /** One of some words, in any case; {@code standard} when absent. */
  public static String word(RestRequest request, String name, String standard, List<String> words) {
    String value = request.filled(name);
    if (value == null) {
      return standard;
    }
    for (String word : words) {
      if (word.equalsIgnoreCase(value)) {
        return word;
      }
    }
    throw bad(name, value, "one of " + String.join(", ", words));
  }

  /** A text of at most {@code most} characters; null when absent. */
  public static String text(RestRequest request, String name, int most) {
    String value = request.filled(name);
    if (value != null && value.length() > most) {
      throw bad(name, value.substring(0, 20) + "…", "at most " + most + " characters");
    }
    return value;
  }

  /** Words given once each or separated by spaces (CALL-65). */
  public static List<String> words(RestRequest request, String name, List<String> standard) {
    List<String> given = request.params().get(name);
    if (given == null || given.isEmpty()) {
      return standard;
    }
    List<String> words = new ArrayList<>();
    for (String value : given) {
      boolean several = value.indexOf(' ') >= 0;
      for (String word : several ? value.trim().split(" +") : new String[] {value}) {
        if (!word.isEmpty() && !words.contains(word)) {
          words.add(word);
        }
      }
    }
    return words.isEmpty() ? standard : words;
  }

  /** The subscription behind {@code prefix}, {@code prefixMethod} and {@code prefixEvent}. */
  public static Subscription subscription(
      RestRequest request, String prefix, List<String> standard) {
    String url = callback(request, prefix);
    if (url == null) {
      return null;
    }
    return new Subscription(
        url, method(request, prefix + "Method", 21209), words(request, prefix + "Event", standard));
  }

  /**
   * An absolute http or https URL; null when absent or empty.
   *
   * @throws Refusal with this code when it is neither
   */
  public static String url(RestRequest request, String name, int code) {
    String url = request.filled(name);
    if (url != null) {
      host(url, name, code);
    }
    return url;
  }

  /** The URL of a status callback, whose host name may not have an underscore (CALL-31). */
  public static String callback(RestRequest request, String name) {
    String url = request.filled(name);
    String host = url == null ? "" : host(url, name, 20001);
    if (host.indexOf('_') >= 0) {
      throw bad(21609, name, url, "a URL with a valid host name: " + host + " has an underscore");
    }
    return url;
  }

  private static String host(String url, String name, int code) {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      throw bad(code, name, url, "an absolute http or https URL");
    }
    return matcher.group(1);
  }

  /** GET or POST in any case, POST when absent. */
  public static String method(RestRequest request, String name, int code) {
    String method = request.filled(name);
    if (method == null) {
      return "POST";
    }
    if (!method.equalsIgnoreCase("GET") && !method.equalsIgnoreCase("POST")) {
      throw bad(code, name, method, "GET or POST");
    }
    return method.toUpperCase(Locale.ROOT);
  }

  /** One of these words in any case, as it is written here; null when absent. */
  public static String word(RestRequest request, String name, int code, List<String> words) {
    String value = request.filled(name);
    if (value == null) {
      return null;
    }
    for (String word : words) {
      if (word.equalsIgnoreCase(value)) {
        return word;
      }
    }
    throw bad(code, name, value, "one of " + String.join(", ", words));
  }

  /** A parameter that must be there. */
  public static String required(RestRequest request, String name, int code) {
    String value = request.filled(name);
    if (value == null) {
      throw new Refusal(400, code, "Missing required parameter " + name + " in the post body");
    }
    return value;
  }

  /**
   * What {@code prefixUrl} and {@code prefixMethod} name; null when the URL is absent, silence when
   * it is there and empty.
   */
  public static SoundSource sound(RestRequest request, String prefix, String standardMethod) {
    List<String> given = request.params().get(prefix + "Url");
    if (given == null || given.isEmpty()) {
      return null;
    }
    String url = given.get(0).trim();
    if (url.isEmpty()) {
      return SoundSource.SILENCE;
    }
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      throw bad(prefix + "Url", url, "an absolute http or https URL");
    }
    String method = request.filled(prefix + "Method");
    return new SoundSource(
        url, method == null ? standardMethod : method(prefix + "Method", method));
  }

  private static String method(String name, String value) {
    String method = value.toUpperCase(Locale.ROOT);
    if (!method.equals("GET") && !method.equals("POST")) {
      throw bad(name, value, "GET or POST");
    }
    return method;
  }

  public static Refusal bad(String name, String value, String expected) {
    return bad(20001, name, value, expected);
  }

  public static Refusal bad(int code, String name, String value, String expected) {
    return new Refusal(
        400, code, "Invalid parameter " + name + ": '" + value + "' is not " + expected);
  }
}
