package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an account owns, set up and read back by REST. */
class DirectoryResourcesTest {

  private static final String VOICE = Account.BASE_URL + "/voice";

  private static Stage ask(Consumer<Asking> questions) {
    return new Stage().application(0, app -> questions.accept(new Asking(app))).run();
  }

  @Test
  void number_is_bought_set_up_moved_to_a_subaccount_and_given_back() {
    ask(
        ask -> {
          JsonNode bought = ask.post("/IncomingPhoneNumbers.json", "PhoneNumber", "+14155550123");
          String sid = bought.get("sid").textValue();
          String one = "/IncomingPhoneNumbers/" + sid + ".json";
          assertTrue(sid.matches("PN[0-9a-f]{32}"), sid);
          assertEquals("(415) 555-0123", bought.get("friendly_name").textValue());
          assertEquals("", bought.get("voice_url").textValue());

          JsonNode set = ask.post(one, "VoiceUrl", VOICE, "VoiceMethod", "get", "SmsUrl", VOICE);
          assertEquals(VOICE, set.get("voice_url").textValue());
          assertEquals("GET", set.get("voice_method").textValue());
          assertEquals(VOICE, set.get("sms_url").textValue());
          assertEquals("", ask.post(one, "VoiceUrl", "").get("voice_url").textValue());

          assertEquals(
              "400 21422",
              ask.code("POST", "/IncomingPhoneNumbers.json", "PhoneNumber", "+14155550123"));
          assertEquals(
              "400 21421", ask.code("POST", "/IncomingPhoneNumbers.json", "PhoneNumber", "555"));
          assertEquals("400 20001", ask.code("POST", "/IncomingPhoneNumbers.json"));
          assertEquals(
              "+12125550100",
              ask.post("/IncomingPhoneNumbers.json", "AreaCode", "212")
                  .get("phone_number")
                  .textValue());
          assertEquals(
              1,
              ask.get("/IncomingPhoneNumbers.json", "PhoneNumber", "+1415*")
                  .get("incoming_phone_numbers")
                  .size());

          String sub = ask.post("/2010-04-01/Accounts.json").get("sid").textValue();
          assertEquals(sub, ask.post(one, "AccountSid", sub).get("account_sid").textValue());
          assertEquals("404 20404", ask.code("GET", one));
          assertEquals("200", ask.about(sub).code("GET", one));
          assertEquals("204", ask.about(sub).code("DELETE", one));
          assertEquals("404 20404", ask.about(sub).code("GET", one));
        });
  }

  @Test
  @Pins({"TWIML-13", "ERR-92"})
  void fallback_url_without_a_url_is_refused() {
    ask(
        ask -> {
          String one = "/IncomingPhoneNumbers/" + Account.NUMBER_SID + ".json";
          assertEquals(
              "400 21405",
              ask.code(
                  "POST",
                  "/IncomingPhoneNumbers.json",
                  "PhoneNumber",
                  "+14155550123",
                  "VoiceFallbackUrl",
                  VOICE));
          assertEquals("200", ask.code("POST", one, "VoiceFallbackUrl", VOICE));
          assertEquals("400 21405", ask.code("POST", one, "VoiceUrl", ""));
          assertEquals(
              "400 21405", ask.code("POST", "/Applications.json", "VoiceFallbackUrl", VOICE));
        });
  }

  @Test
  @Pins("CLIENT-23")
  void application_is_made_used_by_a_call_and_deleted() {
    Stage stage =
        ask(
            ask -> {
              JsonNode made =
                  ask.post(
                      "/Applications.json",
                      "FriendlyName",
                      "second",
                      "VoiceUrl",
                      Account.BASE_URL + "/second");
              String one = "/Applications/" + made.get("sid").textValue() + ".json";
              assertEquals(
                  1,
                  ask.get("/Applications.json", "FriendlyName", "second")
                      .get("applications")
                      .size());
              assertEquals(
                  "201",
                  ask.code(
                      "POST",
                      "/Calls.json",
                      "To",
                      Stage.CUSTOMER,
                      "From",
                      Account.NUMBER,
                      "ApplicationSid",
                      made.get("sid").textValue()));
              assertEquals(
                  "third", ask.post(one, "FriendlyName", "third").get("friendly_name").textValue());
              assertEquals("204", ask.code("DELETE", one));
              assertEquals("404 20404", ask.code("GET", one));
            });

    assertEquals(1, stage.received("/second").size());
  }

  @Test
  void key_shows_its_secret_once_and_opens_the_api_until_it_is_deleted() {
    ask(
        ask -> {
          JsonNode made = ask.post("/Keys.json", "FriendlyName", "ci");
          String sid = made.get("sid").textValue();
          Asking byKey = ask.as(sid, made.get("secret").textValue());
          assertFalse(ask.get("/Keys/" + sid + ".json").has("secret"));
          assertFalse(ask.get("/SigningKeys.json").get("signing_keys").get(0).has("secret"));
          assertEquals("200", byKey.code("GET", "/Calls.json"));
          assertEquals(
              "401 20003", byKey.code("GET", ".json"), "an API key does not read its account");
          assertEquals("204", ask.code("DELETE", "/Keys/" + sid + ".json"));
          assertEquals("401 20003", byKey.code("GET", "/Calls.json"));
          assertEquals("401 20003", ask.about(sid).code("GET", "/Calls.json"), "a key in the path");
        });
  }

  @Test
  @Pins("SEC-15")
  void api_key_reads_and_changes_neither_accounts_nor_keys() {
    ask(
        ask -> {
          Asking byKey = ask.as(Account.API_KEY, Account.API_SECRET);
          assertEquals("401 20003", byKey.code("GET", ".json"));
          assertEquals("401 20003", byKey.code("GET", "/2010-04-01/Accounts.json"));
          assertEquals("401 20003", byKey.code("POST", "/Keys.json"));
          assertEquals("200", byKey.code("GET", "/IncomingPhoneNumbers.json"));
        });
  }

  @Test
  @Pins({"ERR-01", "ERR-67", "ERR-68"})
  void suspended_subaccount_can_be_read_by_its_owner_and_makes_no_calls() {
    ask(
        ask -> {
          JsonNode made = ask.post("/2010-04-01/Accounts.json", "FriendlyName", "branch");
          String sub = made.get("sid").textValue();
          Asking own = ask.about(sub).as(sub, made.get("auth_token").textValue());
          assertNotEquals(Account.TOKEN, made.get("auth_token").textValue());
          assertEquals(Account.SID, made.get("owner_account_sid").textValue());
          assertEquals("200", own.code("GET", "/Calls.json"));
          assertEquals("403 20006", own.code("POST", "/2010-04-01/Accounts.json"));
          assertEquals("401 20003", own.about(Account.SID).code("GET", "/Calls.json"));

          assertEquals(
              "suspended",
              ask.about(sub).post(".json", "Status", "suspended").get("status").textValue());
          assertEquals("403 20005", own.code("GET", "/Calls.json"));
          assertEquals("200", ask.about(sub).code("GET", "/Calls.json"));
          assertEquals("403 10001", ask.about(sub).code("POST", "/Calls.json"));
          assertEquals(
              "closed", ask.about(sub).post(".json", "Status", "closed").get("status").textValue());
          assertEquals("400 20001", ask.about(sub).code("POST", ".json", "Status", "active"));
          assertEquals("400 20001", ask.code("POST", ".json", "Status", "suspended"));
          assertEquals(
              1, ask.get("/2010-04-01/Accounts.json", "Status", "closed").get("accounts").size());
        });
  }

  @Test
  void token_has_servers_and_the_time_asked_for() {
    ask(
        ask -> {
          JsonNode token = ask.post("/Tokens.json", "Ttl", "600");
          assertEquals("600", token.get("ttl").textValue());
          assertEquals(4, token.get("ice_servers").size());
          assertEquals("400 20001", ask.code("POST", "/Tokens.json", "Ttl", "0"));
        });
  }

  @Test
  void caller_id_is_confirmed_by_whoever_answers_the_call() {
    List<String> numbers = new ArrayList<>();
    Stage stage =
        new Stage()
            .application(
                0,
                app ->
                    assertEquals(
                        6,
                        new Asking(app)
                            .post(
                                "/OutgoingCallerIds.json",
                                "PhoneNumber",
                                Stage.CUSTOMER,
                                "FriendlyName",
                                "mobile",
                                "StatusCallback",
                                Account.BASE_URL + "/verified")
                            .get("validation_code")
                            .textValue()
                            .length()))
            .application(
                60_000,
                app -> {
                  JsonNode ids = new Asking(app).get("/OutgoingCallerIds.json");
                  ids.get("outgoing_caller_ids")
                      .forEach(id -> numbers.add(id.get("phone_number").textValue()));
                  assertEquals(
                      "400 21450",
                      new Asking(app)
                          .code("POST", "/OutgoingCallerIds.json", "PhoneNumber", Stage.CUSTOMER));
                })
            .run();

    assertEquals(List.of(Stage.CUSTOMER), numbers);
    assertEquals("success", stage.received("/verified").get(0).params().get("VerificationStatus"));
  }

  @Test
  void caller_id_of_somebody_busy_is_not_confirmed() {
    Stage stage =
        new Stage()
            .pin("customer-1.does", "busy")
            .application(
                0,
                app ->
                    new Asking(app)
                        .post(
                            "/OutgoingCallerIds.json",
                            "PhoneNumber",
                            Stage.CUSTOMER,
                            "StatusCallback",
                            Account.BASE_URL + "/verified"))
            .run();

    assertEquals("failed", stage.received("/verified").get(0).params().get("VerificationStatus"));
  }

  @Test
  @Pins("REST-10")
  void parameters_that_nobody_knows_are_ignored_or_refused() {
    ask(ask -> assertEquals("201", ask.code("POST", "/Keys.json", "Colour", "red")));
    new Stage()
        .knob(Knob.REST_UNKNOWN_PARAMS, "error20001")
        .application(
            0,
            app -> {
              assertEquals(
                  "400 20001", new Asking(app).code("POST", "/Keys.json", "Colour", "red"));
              assertEquals("201", new Asking(app).code("POST", "/Keys.json", "FriendlyName", "x"));
            })
        .run();
  }
}
