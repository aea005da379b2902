package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may use the API. */
class AuthenticationTest {

  private static final String CALLS = Stage.ACCOUNT + "/Calls.json";

  private static String get(String path, String user, String password) {
    List<String> answers = new ArrayList<>();
    new Stage()
        .application(
            0,
            app -> {
              RestResponse response =
                  app.surroundings().call(new RestRequest("GET", path, Map.of(), user, password));
              answers.add(
                  response.status() + " " + Stage.json(response).path("message").asText("fine"));
              answers.add(Integer.toString(response.code()));
            })
        .run();
    return String.join(" ", answers);
  }

  @Test
  @Pins("SEC-13")
  void account_sid_with_token_and_api_key_with_secret_are_accepted() {
    assertEquals("200 fine 0", get(CALLS, Account.SID, Account.TOKEN));
    assertEquals("200 fine 0", get(CALLS, Account.API_KEY, Account.API_SECRET));
  }

  @Test
  @Pins({"SEC-13", "SEC-14", "ERR-65"})
  void missing_or_wrong_credentials_are_refused() {
    assertEquals("401 Authenticate 20003", get(CALLS, Account.SID, "wrong"));
    assertEquals("401 Authenticate 20003", get(CALLS, Account.API_KEY, Account.TOKEN));
    assertEquals("401 Authenticate 20003", get(CALLS, Account.SID, Account.API_SECRET));
    assertEquals("401 Authenticate 20003", get(CALLS, "", ""));
    assertEquals(
        "401 Authentication Error - No credentials provided 20003", get(CALLS, null, null));
  }

  @Test
  @Pins("SEC-16")
  void another_accounts_path_is_refused() {
    String other = CALLS.replace(Account.SID, Stage.sid("AC", 2));

    assertEquals("401 Authenticate 20003", get(other, Account.SID, Account.TOKEN));
    assertEquals("401 Authenticate 20003", get(other, Account.API_KEY, Account.API_SECRET));
  }
}
