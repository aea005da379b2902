package dev.partyline.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import org.junit.jupiter.api.Test;

/** The worked trace of the reference: a busy customer, and the same name made again. */
class StageTest {

  @Test
  @Pins({"CONF-06", "CONF-10", "CONF-34", "PART-32", "PART-34", "CB-21", "RACE-01", "RACE-03"})
  void busy_customer_empties_the_room_and_the_agents_join_makes_another_of_the_same_name() {
    Stage stage =
        new Stage()
            .pin("customer-1.does", "busy")
            .voice("<Pause length=\"3\"/><Dial><Conference>N</Conference></Dial>")
            .agentDials(0)
            .application(
                0,
                app ->
                    app.participant(
                        "N",
                        "ConferenceStatusCallback",
                        Account.BASE_URL + "/events",
                        "ConferenceStatusCallbackEvent",
                        "start end join leave"))
            .agentHangsUp(60_000)
            .run();

    assertEquals("queued initiated busy", stage.statuses(Stage.sid("CA", 2)).replace("CA", ""));
    assertEquals(
        java.util.List.of("1:participant-leave", "2:conference-end"), stage.events("/events"));
    var rooms = stage.all(Happening.ConferenceOpened.class);
    assertEquals(2, rooms.size());
    assertEquals("N", rooms.get(0).name());
    assertEquals("N", rooms.get(1).name());
    assertEquals("", rooms.get(1).callbackUrl());
    assertTrue(stage.outcome().kind().judgeable());
  }
}
