package dev.partyline.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.report.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundStoryTest {

  @Test
  void an_inbound_call_is_told_from_the_queue_to_the_end_of_wrap_up() {
    Centre centre =
        new Centre("inbound")
            .agent("alice")
            .assigns(Centre.CONFERENCE)
            .onEvent("task.wrapup", (form, rest) -> rest.complete(form.get("TaskSid")))
            .calls(0)
            .at(20_000, Centre::callerHangsUp)
            .run();
    assertEquals(
        List.of(
            "caller-1 calls",
            "caller-1 waits in TaskRouter's queue \"everybody\"",
            "caller-1 is offered to alice",
            "TaskRouter calls alice (conference)",
            "alice answers",
            "alice joins \"WT…01\": conference CF…01 is made",
            "caller-1 joins \"WT…01\"; the conference starts",
            "alice has accepted caller-1",
            "caller-1 hangs up; CF…01 ends with that, for everybody in it",
            "alice's call ends with its TwiML",
            "alice is in wrap-up after caller-1",
            "alice is done with caller-1"),
        Story.of(centre.journal(), null, 40).stream().map(Story.Line::sentence).toList());
  }
}
