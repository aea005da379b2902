package dev.partyline.javasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.sim.Engines;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.Outcome;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code that uses the SDK's static client finds the run of the fiber it is called on. */
class TwilioStaticsTest {

  private static CallCreator creator() {
    return Call.creator(
        new PhoneNumber(Stage.CUSTOMER),
        new PhoneNumber(Account.NUMBER),
        new Twiml("<Response><Hangup/></Response>"));
  }

  private static void route(Stage app) {
    TwilioStatics.route(Fiber.current().simulation(), app.surroundings());
  }

  @Test
  void create_without_a_client_reaches_the_run() {
    List<String> sids = new ArrayList<>();
    Stage stage =
        new Stage()
            .application(
                0,
                app -> {
                  route(app);
                  sids.add(creator().create().getSid());
                })
            .run();

    assertEquals(List.of(Stage.sid("CA", 1)), sids);
    assertEquals(Outcome.Kind.QUIET, stage.outcome().kind());
  }

  @Test
  void asynchronous_create_goes_on_in_simulated_time() {
    List<String> sids = new ArrayList<>();
    Stage stage =
        new Stage()
            .application(
                0,
                app -> {
                  route(app);
                  creator().createAsync().thenAccept(call -> sids.add(call.getSid()));
                })
            .run();

    assertEquals(List.of(Stage.sid("CA", 1)), sids);
    assertEquals(Outcome.Kind.QUIET, stage.outcome().kind());
  }

  @Test
  void future_may_be_awaited_where_the_engine_simulates_locks_and_is_reported_where_not() {
    List<String> sids = new ArrayList<>();
    Stage stage =
        new Stage()
            .application(
                0,
                app -> {
                  route(app);
                  sids.add(creator().createAsync().join().getSid());
                })
            .run();

    if (Engines.why().startsWith("virtual threads")) {
      assertEquals(List.of(Stage.sid("CA", 1)), sids);
      assertEquals(Outcome.Kind.QUIET, stage.outcome().kind());
    } else {
      assertEquals(List.of(), sids);
      assertEquals(Outcome.Kind.LEAK, stage.outcome().kind());
      assertTrue(
          stage.outcome().describe().contains("where the simulation cannot see it"),
          stage.outcome().describe());
    }
  }

  @Test
  void call_from_a_foreign_thread_is_reported_as_a_leak() {
    Stage stage =
        new Stage()
            .application(
                0,
                app -> {
                  route(app);
                  Thread own = new Thread(() -> creator().create(), "my-pool-1");
                  own.setUncaughtExceptionHandler((thread, expected) -> {});
                  own.start();
                  spinUntilOver(own);
                })
            .run();

    assertEquals(Outcome.Kind.LEAK, stage.outcome().kind());
    assertTrue(
        stage.outcome().describe().contains("was called from thread 'my-pool-1'"),
        stage.outcome().describe());
    assertEquals(0, stage.world().telephony().calls().size());
  }

  /** Waits without blocking, which would be a leak of another kind. */
  private static void spinUntilOver(Thread thread) {
    while (thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void call_outside_of_any_run_is_refused() {
    new Stage().application(0, TwilioStaticsTest::route).run();

    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> creator().create());
    assertTrue(refused.getMessage().endsWith("outside of any simulation"), refused.getMessage());
  }
}
