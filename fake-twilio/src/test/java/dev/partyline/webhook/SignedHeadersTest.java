package dev.partyline.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignedHeadersTest {

  private final AtomicInteger made = new AtomicInteger();

  private Map<String, String> headers() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("If-None-Match", "\"1\"");
    all.put(SignedHeaders.SIGNATURE, "");
    all.put("Cookie", "a=b");
    return new SignedHeaders(all, () -> "signature " + made.incrementAndGet());
  }

  @Test
  void the_signature_is_made_when_somebody_looks_and_only_once() {
    Map<String, String> headers = headers();
    assertEquals(0, made.get());
    assertEquals("signature 1", headers.get(SignedHeaders.SIGNATURE));
    assertEquals("a=b", headers.get("Cookie"));
    assertEquals("signature 1", headers.get(SignedHeaders.SIGNATURE));
  }

  @Test
  void it_stands_where_it_is_sent() {
    assertEquals(
        List.of("If-None-Match", SignedHeaders.SIGNATURE, "Cookie"),
        List.copyOf(headers().keySet()));
  }

  @Test
  void nobody_changes_what_was_sent() {
    Map<String, String> headers = headers();
    assertThrows(UnsupportedOperationException.class, () -> headers.put("X", "y"));
    assertThrows(UnsupportedOperationException.class, () -> headers.remove("Cookie"));
  }
}
