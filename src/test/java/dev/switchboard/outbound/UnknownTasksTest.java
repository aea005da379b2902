package dev.switchboard.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Command;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownTasksTest {

  private static final String TASK = "WT" + "9".repeat(32);

  private final ManualTimers time = new ManualTimers();
  private final List<Command.Do> asked = new ArrayList<>();
  private Reason refusal;
  private final UnknownTasks tasks =
      new UnknownTasks(
          chore -> {
            asked.add(chore);
            if (refusal != null) {
              throw new Refused(refusal, "refused by the test", null);
            }
            return Chore.Result.DONE;
          },
          time);

  private static Command.Do cancel(boolean again) {
    return new Command.Do(Chore.Kind.CANCEL, TASK, "", again);
  }

  @Test
  void task_of_no_call_is_canceled_once_and_not_before_the_webhook_is_answered() {
    tasks.refuse(TASK);
    assertEquals(List.of(), asked);
    time.pass(Duration.ofMinutes(1));
    assertEquals(List.of(cancel(false)), asked);
    assertEquals(0, time.pending());
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"THROTTLED", "UNCLEAR"})
  void what_may_work_later_is_tried_five_times_ever_further_apart(Reason reason) {
    refusal = reason;
    tasks.refuse(TASK);
    time.pass(Duration.ZERO);
    assertEquals(List.of(cancel(false)), asked);
    time.pass(Duration.ofMillis(499));
    assertEquals(1, asked.size());
    time.pass(Duration.ofMillis(1));
    assertEquals(List.of(cancel(false), cancel(true)), asked);
    time.pass(Duration.ofMillis(999));
    assertEquals(2, asked.size());
    time.pass(Duration.ofMillis(1));
    assertEquals(3, asked.size());
    time.pass(Duration.ofMinutes(1));
    assertEquals(5, asked.size());
    assertEquals(0, time.pending());
  }

  @Test
  void second_try_that_works_is_the_last() {
    refusal = Reason.UNCLEAR;
    tasks.refuse(TASK);
    time.pass(Duration.ZERO);
    refusal = null;
    time.pass(Duration.ofMinutes(1));
    assertEquals(2, asked.size());
  }

  @Test
  void what_is_not_allowed_is_not_tried_again() {
    refusal = Reason.NOT_ALLOWED;
    tasks.refuse(TASK);
    time.pass(Duration.ofMinutes(1));
    assertEquals(List.of(cancel(false)), asked);
  }
}
