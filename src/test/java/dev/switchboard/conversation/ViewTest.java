package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.AGENT;
import static dev.switchboard.conversation.Story.COLLEAGUE;
import static dev.switchboard.conversation.Story.COLLEAGUE_PHONE;
import static dev.switchboard.conversation.Story.CUSTOMER;
import static dev.switchboard.conversation.Story.SUPERVISOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What others are told of a conversation. */
class ViewTest {

  @Test
  void legs_are_those_that_were_told_of_and_no_others() {
    Conversation consulting = Story.consulting().conversation();
    assertEquals(
        List.of(AGENT, CUSTOMER, COLLEAGUE), consulting.legs().stream().map(Leg::sid).toList());
    assertTrue(consulting.has(COLLEAGUE));
    assertFalse(consulting.has(SUPERVISOR));
    assertTrue(new Story().agentPressesHangUp().conversation().legs().isEmpty());
  }

  @Test
  void agent_is_sent_into_the_room_of_a_call_that_goes_on() {
    assertTrue(Story.begun().conversation().wantsAgentInRoom());
    assertFalse(new Story().agentPressesHangUp().conversation().wantsAgentInRoom());
    assertFalse(Story.begun().agentPressesHangUp().conversation().wantsAgentInRoom());
  }

  @Test
  void guest_whose_dial_is_not_answered_has_no_leg() {
    Conversation asked = Story.talking().supervisorPresses(Button.LISTEN).conversation();
    assertEquals(2, asked.legs().size());
  }

  @Test
  void colleague_is_the_one_of_the_transfer_under_way() {
    Story story = Story.supervised(Button.LISTEN);
    assertTrue(story.conversation().colleague().isEmpty());
    story.agentPresses(Button.CONSULT, COLLEAGUE_PHONE);
    assertEquals("colleague-2", story.conversation().colleague().orElseThrow().label());
  }
}
