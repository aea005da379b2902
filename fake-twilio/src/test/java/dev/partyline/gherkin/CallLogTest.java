package dev.partyline.gherkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallLogTest {

  private final Journal journal = new Journal();

  @Test
  void people_meet_when_both_are_in_one_conference_at_the_same_time() {
    leg(0, "CA1", "agent-1", "call-1", "inbound");
    leg(0, "CA2", "customer-1", "call-1", "outbound-api");
    open(1, "CF1");
    join(1, "CF1", "CA1");
    join(2, "CF1", "CA2");
    assertTrue(new CallLog(journal).met("customer-1", "agent-1"));
  }

  @Test
  void people_who_follow_each_other_in_a_conference_do_not_meet() {
    leg(0, "CA1", "agent-1", "call-1", "inbound");
    leg(0, "CA2", "customer-1", "call-1", "outbound-api");
    open(1, "CF1");
    join(1, "CF1", "CA1");
    journal.add(2, new Happening.ParticipantLeft("CF1", "CA1", "participant_hung_up", "completed"));
    join(2, "CF1", "CA2");
    assertFalse(new CallLog(journal).met("customer-1", "agent-1"));
  }

  @Test
  void a_conference_is_open_until_it_ends_and_a_call_live_until_its_last_status() {
    leg(0, "CA1", "agent-1", "call-1", "inbound");
    open(1, "CF1");
    assertEquals(List.of("room"), new CallLog(journal).openRooms());
    assertEquals(List.of("agent-1"), new CallLog(journal).stillOnTheLine());
    assertEquals(List.of("still live"), new CallLog(journal).ends("agent-1"));
    assertEquals(CallLog.NEVER, new CallLog(journal).engagedFor("agent-1"));
    journal.add(5, new Happening.ConferenceEnded("CF1", "room", "last-participant-left", "CA1"));
    journal.add(7, new Happening.LegStatus("CA1", "completed", 200, "far-end"));
    CallLog log = new CallLog(journal);
    assertEquals(List.of(), log.openRooms());
    assertEquals(List.of(), log.stillOnTheLine());
    assertEquals(List.of("completed"), log.ends("agent-1"));
    assertEquals(7, log.engagedFor("agent-1"));
    assertEquals(1, log.roomsMade());
  }

  @Test
  void only_calls_that_the_platform_makes_count_as_dialled() {
    leg(0, "CA1", "agent-1", "call-1", "inbound");
    leg(0, "CA2", "customer-1", "call-1", "outbound-api");
    leg(1, "CA3", "customer-1", "call-1", "outbound-api");
    CallLog log = new CallLog(journal);
    assertEquals(0, log.dialled("agent-1"));
    assertEquals(2, log.dialled("customer-1"));
    assertEquals(0, log.rings("customer-1"));
  }

  @Test
  void a_conference_with_people_of_two_calls_is_mixed() {
    leg(0, "CA1", "agent-1", "call-1", "inbound");
    leg(0, "CA2", "customer-2", "call-2", "outbound-api");
    open(1, "CF1");
    join(1, "CF1", "CA1");
    assertEquals(List.of(), new CallLog(journal).mixed());
    join(2, "CF1", "CA2");
    assertEquals(List.of("call-1", "call-2"), new CallLog(journal).mixed());
  }

  @Test
  void what_is_said_to_somebody_is_heard_by_nobody_else() {
    leg(0, "CA1", "agent-1", "call-1", "inbound");
    leg(0, "CA2", "agent-2", "call-2", "inbound");
    journal.add(3, new Happening.VerbBegan("CA1", "Say", "The line is busy."));
    journal.add(3, new Happening.VerbBegan("CA2", "Hangup", ""));
    CallLog log = new CallLog(journal);
    assertEquals(List.of("The line is busy."), log.heard("agent-1"));
    assertEquals(List.of(), log.heard("agent-2"));
  }

  private void leg(long at, String call, String party, String conversation, String direction) {
    journal.add(
        at,
        new Happening.LegCreated(call, party, conversation, party, direction, "from", "to", null));
  }

  private void open(long at, String conference) {
    journal.add(at, new Happening.ConferenceOpened(conference, "room", "CA1", ""));
  }

  private void join(long at, String conference, String call) {
    journal.add(at, new Happening.ParticipantJoined(conference, call, null, true, false));
  }
}
