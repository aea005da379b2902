package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading calls back: filters, and reads that lag behind. */
class ListCallsTest {

  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";

  /** The last two digits of the SIDs listed: 01 is the agent's live call, 02 a busy customer. */
  private static String listed(String... filter) {
    List<String> sids = new ArrayList<>();
    new Stage()
        .pin("customer-1.does", "busy")
        .voice("<Say>Hi</Say><Pause length=\"300\"/>")
        .agentDials(0)
        .application(500, app -> app.call("Twiml", SILENCE))
        .application(
            20_000,
            app -> {
              for (JsonNode call :
                  Stage.json(app.rest("GET", "/Calls.json", filter)).get("calls")) {
                sids.add(call.get("sid").textValue().substring(32));
              }
            })
        .run();
    return String.join(" ", sids);
  }

  @Test
  @Pins("CALL-60")
  void calls_are_listed_by_ends_status_parent_and_day() {
    assertEquals("02 01", listed());
    assertEquals("02", listed("From", Account.NUMBER));
    assertEquals("01", listed("From", "client:agent-1"));
    assertEquals("02 01", listed("To", Stage.CUSTOMER));
    assertEquals("", listed("To", Account.NUMBER));
    assertEquals("02", listed("Status", "busy"));
    assertEquals("01", listed("Status", "in-progress"));
    assertEquals("", listed("ParentCallSid", Stage.sid("CA", 1)));
    assertEquals("02 01", listed("StartTime", "2026-04-01"));
    assertEquals("", listed("StartTime>", "2026-04-02"));
    assertEquals("02", listed("EndTime", "2026-04-01"));
    assertEquals("", listed("EndTime<", "2026-03-31"));
  }

  @Test
  @Pins("CALL-59")
  void reads_are_exact_unless_they_lag() {
    assertEquals("in-progress [in-progress]", readAt(7_000, "0"));
    assertEquals("ringing [ringing]", readAt(7_000, "2000"));
    assertEquals("in-progress [in-progress]", readAt(9_500, "2000"));
    assertEquals("0", Knob.REST_READ_LAG_MS.standard());
  }

  /** Fetch and list of a call answered at 6910 ms, read this late. */
  private static String readAt(long at, String lag) {
    List<String> seen = new ArrayList<>();
    new Stage()
        .knob(Knob.REST_READ_LAG_MS, lag)
        .pin("test#2.rest.lag", lag)
        .application(0, app -> app.call("Twiml", SILENCE))
        .application(
            at,
            app -> {
              seen.add(
                  Stage.json(app.rest("GET", "/Calls/" + Stage.sid("CA", 1) + ".json"))
                      .get("status")
                      .textValue());
              List<String> all = new ArrayList<>();
              Stage.json(app.rest("GET", "/Calls.json"))
                  .get("calls")
                  .forEach(call -> all.add(call.get("status").textValue()));
              seen.add(all.toString());
            })
        .run();
    return String.join(" ", seen);
  }
}
