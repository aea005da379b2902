package dev.partyline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SidsTest {

  @Test
  void a_counted_sid_keeps_its_kind_and_its_number() {
    assertEquals("CF…02", Sids.brief(Played.cf(2)));
    assertEquals("CA…1f4", Sids.brief(Played.ca(500)));
  }

  @Test
  void a_drawn_sid_keeps_its_last_four_digits() {
    assertEquals("CA…89ab", Sids.brief("CA0123456789abcdef0123456789ab89ab"));
  }

  @Test
  void what_is_no_sid_stays_as_it_is() {
    assertEquals("call-1", Sids.brief("call-1"));
    assertEquals("", Sids.brief(null));
  }

  @Test
  void sids_within_a_text_are_shortened() {
    assertEquals("GET /Calls/CA…07.json", Sids.briefIn("GET /Calls/" + Played.ca(7) + ".json"));
  }
}
