package dev.partyline.javasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The SDK repeats what failed with a 5xx, creates included. */
class RepeatedRequestsTest {

  private final List<Long> sentAt = new ArrayList<>();

  private Stage creating(Knob fault, Class<? extends Exception> thrown) {
    Stage stage =
        new Stage()
            .knob(fault, "1")
            .application(
                0,
                app ->
                    assertThrows(
                        thrown,
                        () ->
                            Call.creator(
                                    new PhoneNumber(Stage.CUSTOMER),
                                    new PhoneNumber(Account.NUMBER),
                                    new Twiml("<Response><Hangup/></Response>"))
                                .create(SdkResourcesTest.client(app))))
            .run();
    for (Entry entry : stage.journal()) {
      if (entry.what() instanceof Happening.RestSent) {
        sentAt.add(entry.at());
      }
    }
    return stage;
  }

  @Test
  @Pins({"REST-11", "ERR-76"})
  void server_error_is_tried_three_times_with_pauses_in_simulated_time() {
    Stage stage = creating(Knob.REST_FAIL_BEFORE_COMMIT, ApiException.class);

    assertEquals(List.of(0L, 220L, 440L), sentAt);
    assertEquals(0, stage.world().telephony().calls().size());
  }

  @Test
  @Pins({"REST-11", "CALL-33"})
  void repeated_create_whose_failure_came_after_the_fact_makes_three_calls() {
    Stage stage = creating(Knob.REST_FAIL_AFTER_COMMIT, ApiException.class);

    assertEquals(3, stage.world().telephony().calls().size());
  }
}
