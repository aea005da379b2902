package dev.switchboard.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a rate limit counts. */
class PeersTest {

  private final Peers behindTwo = new Peers(List.of("127.0.0.1", "10.0.0.2"));

  @Test
  void without_a_trusted_proxy_the_header_is_not_believed() {
    assertEquals("192.0.2.7", new Peers(List.of()).sender("192.0.2.7", List.of("198.51.100.1")));
    assertEquals("192.0.2.7", behindTwo.sender("192.0.2.7", List.of("198.51.100.1")));
  }

  @Test
  void behind_a_trusted_proxy_the_sender_is_whom_it_names() {
    assertEquals("198.51.100.1", behindTwo.sender("127.0.0.1", List.of("198.51.100.1")));
    assertEquals("2001:db8::5", behindTwo.sender("127.0.0.1", List.of("[2001:db8::5]:4711")));
    assertEquals("198.51.100.1", behindTwo.sender("127.0.0.1", List.of("198.51.100.1:4711")));
  }

  @Test
  void behind_two_trusted_proxies_both_are_skipped() {
    assertEquals("198.51.100.1", behindTwo.sender("127.0.0.1", List.of("198.51.100.1, 10.0.0.2")));
    assertEquals(
        "198.51.100.1", behindTwo.sender("127.0.0.1", List.of("198.51.100.1", "10.0.0.2")));
  }

  @Test
  void what_the_sender_made_up_further_left_is_not_believed() {
    assertEquals("198.51.100.1", behindTwo.sender("127.0.0.1", List.of("10.9.9.9, 198.51.100.1")));
    assertEquals("198.51.100.1", behindTwo.sender("127.0.0.1", List.of("127.0.0.1, 198.51.100.1")));
  }

  @Test
  void what_is_no_address_ends_the_chain() {
    assertEquals("10.0.0.2", behindTwo.sender("127.0.0.1", List.of("unknown, 10.0.0.2")));
    assertEquals("127.0.0.1", behindTwo.sender("127.0.0.1", List.of()));
    assertEquals("127.0.0.1", behindTwo.sender("127.0.0.1", List.of("")));
  }
}
