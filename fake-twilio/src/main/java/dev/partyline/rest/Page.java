package dev.partyline.rest;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.telephony.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One page of a list, with the envelope of the voice API (REST-04, REST-05). */
final class Page {

  private static final int STANDARD_SIZE = 50;
  private static final int MOST = 1000;

  private Page() {}

  /** Rows that come oldest first, in the order of a list of the newest first (CONF-53). */
  static <T> List<T> newestFirst(List<T> rows, Knobs knobs) {
    return knobs.is(Knob.REST_LIST_ORDER, "reversed") ? rows : turned(rows);
  }

  /** Rows that come oldest first, in the order of a list of the oldest first (CONF-53). */
  static <T> List<T> oldestFirst(List<T> rows, Knobs knobs) {
    return knobs.is(Knob.REST_LIST_ORDER, "reversed") ? turned(rows) : rows;
  }

  private static <T> List<T> turned(List<T> rows) {
    List<T> turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    return turned;
  }

  static <T> RestResponse of(
      RestRequest request,
      String key,
      List<T> rows,
      Function<T, String> sid,
      BiConsumer<JsonText, T> writer) {
    int size = size(request);
    int start = 0;
    String token = request.filled("PageToken");
    if (token != null) {
      start = after(rows, sid, token, size);
    }
    int end = Math.min(rows.size(), start + size);
    boolean empty = start >= end;
    int number = Form.whole(request, "Page", 0, 0, Integer.MAX_VALUE);
    JsonText json = new JsonText();
    json.begin();
    json.beginList(key);
    for (T row : rows.subList(start, end)) {
      writer.accept(json, row);
    }
    json.endList();
    json.number("end", empty ? 0 : end - 1L);
    json.text("first_page_uri", uri(request, size, 0, null));
    json.text(
        "next_page_uri",
        end < rows.size()
            ? uri(request, size, number + 1, "PA" + sid.apply(rows.get(end - 1)))
            : null);
    json.number("page", number);
    json.number("page_size", size);
    json.text(
        "previous_page_uri",
        start > 0 && !empty
            ? uri(request, size, Math.max(0, number - 1), "PB" + sid.apply(rows.get(start)))
            : null);
    json.number("start", empty ? 0 : start);
    json.text("uri", uri(request, size, number, token));
    json.end();
    return RestResponse.ok(200, json.toString());
  }

  private static int size(RestRequest request) {
    String value = request.filled("PageSize");
    int size = Form.whole(request, "PageSize", STANDARD_SIZE, 1, Integer.MAX_VALUE);
    if (size > MOST) {
      throw new Refusal(400, 20007, "Page size " + value + " is too large; the most is " + MOST);
    }
    return size;
  }

  private static <T> int after(List<T> rows, Function<T, String> sid, String token, int size) {
    for (int i = 0; i < rows.size(); i++) {
      if (token.equals("PA" + sid.apply(rows.get(i)))) {
        return i + 1;
      }
      if (token.equals("PB" + sid.apply(rows.get(i)))) {
        return Math.max(0, i - size);
      }
    }
    throw new Refusal(400, 21481, "Invalid PageToken " + token);
  }

  private static String uri(RestRequest request, int size, int number, String token) {
    StringBuilder uri = new StringBuilder(request.path()).append('?');
    for (Map.Entry<String, List<String>> pair : request.params().entrySet()) {
      if (List.of("PageSize", "Page", "PageToken").contains(pair.getKey())) {
        continue;
      }
      for (String value : pair.getValue()) {
        uri.append(encode(pair.getKey())).append('=').append(encode(value)).append('&');
      }
    }
    uri.append("PageSize=").append(size).append("&Page=").append(number);
    if (token != null) {
      uri.append("&PageToken=").append(encode(token));
    }
    return uri.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
