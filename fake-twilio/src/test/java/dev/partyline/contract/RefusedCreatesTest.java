package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SIDs are counted, so a create that is refused must not use one up. */
class RefusedCreatesTest {

  private static String created(Stage app, String path, String... pairs) {
    return Stage.json(app.rest("POST", path, pairs)).path("sid").asText("refused");
  }

  @Test
  void refused_create_uses_up_no_sid() {
    List<String> sids = new ArrayList<>();
    String number = "+81345678901";
    new Stage()
        .application(
            0,
            app -> {
              sids.add(created(app, "/Keys.json", "FriendlyName", "x".repeat(300)));
              sids.add(created(app, "/Keys.json"));
              sids.add(created(app, "/Applications.json", "SmsMethod", "maybe"));
              sids.add(created(app, "/Applications.json", "VoiceUrl", "nowhere"));
              sids.add(created(app, "/Applications.json"));
              sids.add(
                  created(
                      app, "/IncomingPhoneNumbers.json", "PhoneNumber", number, "TrunkSid", "x"));
              sids.add(created(app, "/IncomingPhoneNumbers.json", "PhoneNumber", number));
            })
        .run();

    assertEquals(
        List.of(
            "refused",
            Stage.sid("SK", 2),
            "refused",
            "refused",
            Stage.sid("AP", 2),
            "refused",
            Stage.sid("PN", 2)),
        sids);
  }
}
