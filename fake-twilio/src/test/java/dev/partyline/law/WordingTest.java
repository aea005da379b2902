package dev.partyline.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "0,0 s",
    "1,0.001 s",
    "10,0.01 s",
    "900,0.9 s",
    "1000,1 s",
    "30900,30.9 s",
    "61250,61.25 s",
    "100000,100 s"
  })
  void times_are_seconds_without_trailing_zeros(long ms, String text) {
    assertEquals(text, Wording.seconds(ms));
  }

  @Test
  void sids_are_cut_to_their_kind_and_the_last_two_to_four_digits() {
    assertEquals("CA…02", Wording.sid("CA00000000000000000000000000000002"));
    assertEquals("CA…00", Wording.sid("CA00000000000000000000000000000000"));
    assertEquals("CA…1f2", Wording.sid("CA000000000000000000000000000001f2"));
    assertEquals("CF…9f0c", Wording.sid("CFa3a3a3a3a3a3a3a3a3a3a3a3a3a39f0c"));
    assertEquals("leg-1", Wording.sid("leg-1"));
  }

  @Test
  void paths_lose_the_account() {
    assertEquals("/Calls.json", Wording.path("/2010-04-01/Accounts/AC1/Calls.json"));
    assertEquals("/Accounts/AC1.json", Wording.path("/Accounts/AC1.json"));
    assertEquals("/v1/Services", Wording.path("/v1/Services"));
  }

  @ParameterizedTest
  @CsvSource({
    "busy,far-end,customer-1 was busy",
    "no-answer,timeout,customer-1 did not answer",
    "failed,far-end,customer-1 could not be reached",
    "canceled,rest,customer-1's call CA…02 was canceled",
    "completed,far-end,customer-1 hung up",
    "completed,rest,customer-1's call CA…02 was ended by a REST request",
    "completed,twiml,customer-1's call CA…02 was ended by its TwiML",
    "completed,conference,customer-1's call CA…02 was ended by its conference",
    "completed,timeout,customer-1's call CA…02 was ended by a time limit",
    "completed,platform,customer-1's call CA…02 was ended by the platform"
  })
  void the_end_of_a_call_is_told_by_what_the_person_did(String status, String by, String text) {
    Run run =
        Run.of(HandMadeRun.ofOneConversation().customerLeg(2).status(2, status, by).unfinished());
    assertEquals(text, Wording.ending(run.legs.get(HandMadeRun.call(2))));
  }
}
