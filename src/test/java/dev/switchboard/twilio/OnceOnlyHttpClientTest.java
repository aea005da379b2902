package dev.switchboard.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnceOnlyHttpClientTest {

  private static final String URL = "https://api.twilio.com/2010-04-01/Accounts/AC1/x.json";

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 500, 502, 503, 504})
  void post_is_made_once_whatever_the_answer(int status) {
    CannedHttpClient platform = new CannedHttpClient(status, "{}");
    OnceOnlyHttpClient once = new OnceOnlyHttpClient(platform);
    assertEquals(status, once.reliableRequest(new Request(HttpMethod.POST, URL)).getStatusCode());
    assertEquals(1, platform.requests().size());
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpMethod.class,
      names = {"GET", "POST", "DELETE"})
  void retries_asked_for_explicitly_are_not_made_either(HttpMethod method) {
    CannedHttpClient platform = new CannedHttpClient(503, "{}");
    new OnceOnlyHttpClient(platform)
        .reliableRequest(new Request(method, URL), new int[] {503}, 3, 100);
    assertEquals(1, platform.requests().size());
  }

  @Test
  void library_alone_repeats_a_post_which_is_why_this_class_exists() {
    CannedHttpClient platform = new CannedHttpClient(503, "{}");
    platform.reliableRequest(new Request(HttpMethod.POST, URL));
    assertEquals(3, platform.requests().size());
  }
}
