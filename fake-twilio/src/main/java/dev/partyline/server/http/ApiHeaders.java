package dev.partyline.server.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The headers of every answer (contract 1.8). */
final class ApiHeaders {

  private static final HttpField JSON =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");
  private static final HttpField[] ALWAYS = {
    new PreEncodedHttpField("Access-Control-Allow-Origin", "*"),
    new PreEncodedHttpField("Access-Control-Allow-Credentials", "true"),
    new PreEncodedHttpField("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS"),
    new PreEncodedHttpField(
        "Access-Control-Allow-Headers",
        "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match,"
            + " If-Unmodified-Since, Idempotency-Key"),
    new PreEncodedHttpField("Access-Control-Expose-Headers", "ETag"),
    new PreEncodedHttpField("X-Powered-By", "AT-5000"),
    new PreEncodedHttpField("X-Shenanigans", "none"),
    new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000"),
  };
  private static final HttpField REGION = new PreEncodedHttpField("X-Home-Region", "us1");
  private static final HttpField DOMAIN = new PreEncodedHttpField("X-API-Domain", "api.twilio.com");

  private ApiHeaders() {}

  /**
   * Adds them; they must not be there yet, because looking for each would cost more than the rest.
   *
   * @param target null when the request was not understood so far
   * @param underWay requests of this user, this one included
   */
  static void add(
      HttpFields.Mutable headers, int status, String id, long nanos, int underWay, Target target) {
    headers.add(JSON);
    for (HttpField field : ALWAYS) {
      headers.add(field);
    }
    headers.add("Twilio-Request-Id", id);
    headers.add("Twilio-Request-Duration", seconds(nanos));
    if (status != 204) {
      headers.add("Twilio-Concurrent-Requests", Integer.toString(underWay));
    }
    boolean usual = target == null || target.region().equals("us1");
    headers.add(usual ? REGION : new HttpField("X-Home-Region", target.region()));
    usual = target == null || target.domain().equals("api.twilio.com");
    headers.add(usual ? DOMAIN : new HttpField("X-API-Domain", target.domain()));
  }

  /** Three decimals. */
  private static String seconds(long nanos) {
    long millis = Math.max(0, nanos / 1_000_000);
    long part = millis % 1000;
    return millis / 1000 + (part < 10 ? ".00" : part < 100 ? ".0" : ".") + part;
  }
}
