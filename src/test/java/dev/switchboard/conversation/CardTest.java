package dev.switchboard.conversation;

import static dev.switchboard.conversation.Calling.CALLER;
import static dev.switchboard.conversation.Calling.CLERK;
import static dev.switchboard.conversation.Story.AGENT;
import static dev.switchboard.conversation.Story.COLLEAGUE;
import static dev.switchboard.conversation.Story.COLLEAGUE_PHONE;
import static dev.switchboard.conversation.Story.CUSTOMER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.conversation.Card.Person;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What softphones are shown, and how seldom that changes. */
class CardTest {

  private static final Person THE_AGENT = new Person("agent", AGENT);
  private static final Person THE_CUSTOMER = new Person("customer", CUSTOMER);

  private static void shows(Story story, String state, Person... people) {
    assertEquals(
        Optional.of(new Card(Story.ROOM, state, List.of(people))), Card.of(story.conversation()));
  }

  @Test
  void nothing_is_shown_before_the_conference_is_known() {
    assertEquals(Optional.empty(), Card.of(null));
    assertEquals(Optional.empty(), Card.of(Story.begun().conversation()));
    assertEquals(Optional.empty(), Card.of(Calling.accepted().conversation()));
  }

  @Test
  void call_out_has_three_cards() {
    shows(Story.agentWaits(), "dialling", THE_AGENT);
    shows(Story.ringing(), "dialling", THE_AGENT);
    shows(Story.talking(), "talking", THE_AGENT, THE_CUSTOMER);
    shows(Story.talking().agentPressesHangUp(), "ended");
    Story closed = Story.talking().agentPressesHangUp();
    closed.hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED));
    closed.hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED)).is(Phase.CLOSED);
    shows(closed, "ended");
  }

  @Test
  void call_in_has_two_cards() {
    shows(Calling.met(), "talking", new Person("agent", CLERK), new Person("customer", CALLER));
    shows(Calling.wrappingUp(), "ended");
  }

  @Test
  void hold_and_transfers_are_shown() {
    shows(Story.talking().agentPresses(Button.HOLD), "held", THE_AGENT, THE_CUSTOMER);
    shows(
        Story.consulting(),
        "consulting",
        THE_AGENT,
        THE_CUSTOMER,
        new Person("colleague-1", COLLEAGUE));
    shows(
        Story.talking().agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE),
        "transferring",
        THE_AGENT,
        THE_CUSTOMER);
  }

  @Test
  void supervisors_are_not_shown() {
    shows(Story.supervised(Button.LISTEN), "talking", THE_AGENT, THE_CUSTOMER);
  }
}
