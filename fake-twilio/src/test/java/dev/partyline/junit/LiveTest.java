package dev.partyline.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.phone.PhoneScript;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Live
class LiveTest {

  @BeforeEach
  void a_customer(LivePartyline partyline) {
    partyline.phone("+819000000001", PhoneScript.busyAfterRinging(Duration.ofSeconds(20)));
  }

  // what the README shows
  @Test
  void a_line_turns_out_busy_twenty_seconds_later_and_nobody_waits(LivePartyline partyline) {
    TwilioRestClient client = client(partyline);
    Call call =
        Call.creator(
                new PhoneNumber("+819000000001"),
                new PhoneNumber("+81345678900"),
                new Twiml("<Response><Say>hello</Say></Response>"))
            .create(client);
    partyline.untilQuiet(Duration.ofMinutes(5));
    assertEquals(Call.Status.BUSY, Call.fetcher(call.getSid()).fetch(client).getStatus());
  }

  @Test
  void two_tests_do_not_see_each_other(LivePartyline partyline) {
    assertTrue(partyline.ask(world -> world.telephony().calls()).isEmpty());
    assertEquals(1, partyline.all(dev.partyline.journal.Happening.RunBegan.class).size());
  }

  @Test
  @Live(knobs = "call.completedOnRinging=canceled", speed = 100, proxy = true)
  void settings_of_a_method(LivePartyline partyline) {
    assertEquals(100, partyline.clock().speed());
    assertTrue(partyline.proxyUrl().startsWith("http://127.0.0.1:"));
  }

  /** The vendor's client, led to another address. */
  private static TwilioRestClient client(LivePartyline partyline) {
    return new TwilioRestClient.Builder(partyline.accountSid(), partyline.authToken())
        .httpClient(
            new NetworkHttpClient() {
              @Override
              public Response makeRequest(Request request) {
                Request here =
                    new Request(
                        request.getMethod(),
                        request.getUrl().replace("https://api.twilio.com", partyline.url()));
                here.setAuth(partyline.accountSid(), partyline.authToken());
                request.getPostParams().forEach((k, v) -> v.forEach(x -> here.addPostParam(k, x)));
                return super.makeRequest(here);
              }
            })
        .build();
  }
}
