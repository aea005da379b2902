package dev.partyline.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import dev.partyline.javasdk.SimHttpClient;
import dev.partyline.journal.Happening;
import dev.partyline.phone.PhoneScript;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Simulated
class SimulatedTest {

  private SimulatedPartyline given;

  @BeforeEach
  void a_customer(SimulatedPartyline partyline) {
    given = partyline;
    partyline.person("customer", "+819000000001", PhoneScript.busy(Duration.ofSeconds(2)));
    partyline.answersTwiml("/greeting", "<Say>hello</Say>");
  }

  @AfterEach
  void can_still_look(SimulatedPartyline partyline) {
    assertTrue(partyline.journal().count() > 1);
  }

  // what the README shows
  @Test
  void a_busy_customer_costs_no_real_time(SimulatedPartyline partyline) {
    TwilioRestClient client = client(partyline);
    Call call =
        Call.creator(
                new PhoneNumber("+819000000001"),
                new PhoneNumber(partyline.number()),
                URI.create(partyline.baseUrl() + "/greeting"))
            .create(client);
    partyline.pass(Duration.ofMinutes(1));
    assertEquals(Call.Status.BUSY, Call.fetcher(call.getSid()).fetch(client).getStatus());
  }

  @Test
  void setup_and_test_share_one_platform_and_each_test_has_its_own(SimulatedPartyline partyline) {
    assertEquals(given, partyline);
    assertEquals(0, partyline.now().toMillis());
    assertEquals(0, partyline.all(Happening.LegCreated.class).size());
  }

  @Test
  @Simulated(knobs = "call.completedOnRinging=canceled", seed = "7")
  void a_method_has_settings_of_its_own(SimulatedPartyline partyline) {
    assertEquals("7", partyline.seed());
  }

  @Test
  void rest_outside_the_test_body_says_where_it_belongs(SimulatedPartyline partyline)
      throws InterruptedException {
    Throwable[] thrown = new Throwable[1];
    Thread other =
        new Thread(
            () -> {
              try {
                partyline.pass(Duration.ofSeconds(1));
              } catch (Throwable failure) {
                thrown[0] = failure;
              }
            });
    other.start();
    while (other.isAlive()) {
      Thread.onSpinWait();
    }
    assertTrue(thrown[0].getMessage().contains("inside the test method alone"), "" + thrown[0]);
  }

  @RepeatedTest(2)
  void repeated_tests_begin_anew(SimulatedPartyline partyline) {
    assertEquals(0, partyline.now().toMillis());
    partyline.pass(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void tests_with_other_parameters_too(int seconds, SimulatedPartyline partyline) {
    partyline.pass(Duration.ofSeconds(seconds));
    assertEquals(seconds, partyline.now().toSeconds());
  }

  @Test
  void somebody_dials_the_number(SimulatedPartyline partyline) {
    partyline.answersTwiml("/voice", "<Say>welcome</Say><Hangup/>");
    var caller = partyline.person("caller", "+819000000002");
    dev.partyline.telephony.Call leg = partyline.dials(caller);
    partyline.pass(Duration.ofSeconds(30));
    assertEquals("completed", leg.status().word());
    assertEquals(leg.sid(), partyline.received("/voice").get(0).params().get("CallSid"));
    assertTrue(partyline.story().get(0).contains("caller"), () -> "" + partyline.story());
  }

  @Test
  void an_application_that_never_hangs_up_does_not_hold_the_test_up(SimulatedPartyline partyline) {
    partyline.answersTwiml("/voice", "<Pause length='3600'/>");
    partyline.dials(partyline.person("caller", "+819000000002"));
    partyline.pass(Duration.ofSeconds(5));
    assertEquals(
        1, partyline.world().telephony().calls().stream().filter(leg -> leg.isLive()).count());
  }

  @Nested
  class Inside {
    @Test
    void a_nested_class_has_the_settings_round_it(SimulatedPartyline partyline) {
      assertEquals("typical", partyline.seed());
      assertNull(partyline.call("CA00000000000000000000000000000099"));
    }
  }

  static TwilioRestClient client(SimulatedPartyline partyline) {
    return new TwilioRestClient.Builder(partyline.accountSid(), partyline.authToken())
        .httpClient(new SimHttpClient(partyline.surroundings()))
        .build();
  }
}
