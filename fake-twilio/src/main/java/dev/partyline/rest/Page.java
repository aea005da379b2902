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

/**
 * One page of a list, with the envelope of the voice API (REST-04, REST-05) or with that of the
 * products whose version is v1.
 */
public final class Page {

  private static final int STANDARD_SIZE = 50;
  private static final int MOST = 1000;

  private Page() {}

  /** Rows that come oldest first, in the order of a list of the newest first (CONF-53). */
  public static <T> List<T> newestFirst(List<T> rows, Knobs knobs) {
    return knobs.is(Knob.REST_LIST_ORDER, "reversed") ? rows : turned(rows);
  }

  /** Rows that come oldest first, in the order of a list of the oldest first (CONF-53). */
  public static <T> List<T> oldestFirst(List<T> rows, Knobs knobs) {
    return knobs.is(Knob.REST_LIST_ORDER, "reversed") ? turned(rows) : rows;
  }

  private static <T> List<T> turned(List<T> rows) {
    List<T> turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    return turned;
  }

  public static <T> RestResponse of(
      RestRequest request,
      String key,
      List<T> rows,
      Function<T, String> sid,
      BiConsumer<JsonText, T> writer) {
    Slice<T> slice = slice(request, rows, sid);
    boolean empty = slice.rows().isEmpty();
    JsonText json = new JsonText();
    json.begin();
    json.beginList(key);
    slice.rows().forEach(row -> writer.accept(json, row));
    json.endList();
    json.number("end", empty ? 0 : slice.start() + slice.rows().size() - 1L);
    json.text("first_page_uri", slice.first());
    json.text("next_page_uri", slice.next());
    json.number("page", slice.number());
    json.number("page_size", slice.size());
    json.text("previous_page_uri", slice.previous());
    json.number("start", empty ? 0 : slice.start());
    json.text("uri", slice.here());
    json.end();
    return RestResponse.ok(200, json.toString());
  }

  /**
   * A page of a v1 product.
   *
   * @param host the product's, for the absolute links
   */
  public static <T> RestResponse ofV1(
      RestRequest request,
      String host,
      String key,
      List<T> rows,
      Function<T, String> sid,
      BiConsumer<JsonText, T> writer) {
    Slice<T> slice = slice(request, rows, sid);
    String base = "https://" + host;
    JsonText json = new JsonText();
    json.begin();
    json.beginList(key);
    slice.rows().forEach(row -> writer.accept(json, row));
    json.endList();
    json.begin("meta");
    json.text("first_page_url", base + slice.first());
    json.text("key", key);
    json.text("next_page_url", slice.next() == null ? null : base + slice.next());
    json.number("page", slice.number());
    json.number("page_size", slice.size());
    json.text("previous_page_url", slice.previous() == null ? null : base + slice.previous());
    json.text("url", base + slice.here());
    json.end();
    json.end();
    return RestResponse.ok(200, json.toString());
  }

  /** The rows of one page and the links from it; a link is null when it leads nowhere. */
  private record Slice<T>(
      List<T> rows,
      int start,
      int size,
      int number,
      String first,
      String next,
      String previous,
      String here) {}

  private static <T> Slice<T> slice(RestRequest request, List<T> rows, Function<T, String> sid) {
    int size = size(request);
    int start = 0;
    String token = request.filled("PageToken");
    if (token != null) {
      start = after(rows, sid, token, size);
    }
    int end = Math.min(rows.size(), start + size);
    int number = Form.whole(request, "Page", 0, 0, Integer.MAX_VALUE);
    boolean more = end < rows.size();
    boolean before = start > 0 && start < end;
    return new Slice<>(
        rows.subList(start, end),
        start,
        size,
        number,
        uri(request, size, 0, null),
        more ? uri(request, size, number + 1, "PA" + sid.apply(rows.get(end - 1))) : null,
        before
            ? uri(request, size, Math.max(0, number - 1), "PB" + sid.apply(rows.get(start)))
            : null,
        uri(request, size, number, token));
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
