package dev.partyline.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text fields of a multipart/form-data body; files are refused. */
final class Multipart {

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");

  private Multipart() {}

  static void addTo(Map<String, List<String>> params, String contentType, byte[] body)
      throws BadRequest {
    Matcher found = BOUNDARY.matcher(contentType);
    if (!found.find()) {
      throw new BadRequest(400, 20001, "multipart/form-data without a boundary");
    }
    String mark = "--" + (found.group(1) == null ? found.group(2) : found.group(1));
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(mark);
    int count = 0;
    while (at >= 0) {
      int begin = at + mark.length();
      if (text.startsWith("--", begin)) {
        return;
      }
      int end = text.indexOf("\r\n" + mark, begin);
      int head = text.indexOf("\r\n\r\n", begin);
      if (end < 0 || head < 0 || head > end) {
        throw new BadRequest(400, 20001, "the multipart body ends in the middle of a part");
      }
      String headers = text.substring(begin, head);
      Matcher name = NAME.matcher(headers);
      if (!name.find()) {
        throw new BadRequest(400, 20001, "a part of the multipart body has no name");
      }
      if (headers.contains("filename=")) {
        throw new BadRequest(400, 20001, "part '" + name.group(1) + "' is a file");
      }
      if (++count > Forms.MOST_PARAMETERS) {
        throw new BadRequest(400, 20001, "More than " + Forms.MOST_PARAMETERS + " parameters");
      }
      params
          .computeIfAbsent(utf8(name.group(1)), key -> new ArrayList<>(1))
          .add(utf8(end == head + 2 ? "" : text.substring(head + 4, end)));
      at = end + 2;
    }
    throw new BadRequest(400, 20001, "the multipart body does not hold its boundary");
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
