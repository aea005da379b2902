package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.journal.PhoneAction;
import dev.partyline.sim.SimulationEnded;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.Deliveries;

/** The agent's softphone page: it knows its own call and nothing of conferences. */
public final class Softphone {

  private final World world;
  private final Party agent;
  private final Party customer;
  private Call call;
  private boolean dropped;

  Softphone(World world, Party agent, Party customer) {
    this.world = world;
    this.agent = agent;
    this.customer = customer;
  }

  /** Connects to the TwiML application with the customer's number as {@code To}. */
  public void dial() {
    acted(PhoneAction.DIALS);
    world.in(
        agent.name() + ".connects",
        world.times().clientConnect(),
        () -> {
          if (!dropped) {
            call = world.arrive(agent, customer.address());
          }
        });
  }

  /** Drops the leg, or does not let it come to be. */
  public void hangUp() {
    if (call != null && !call.isLive()) {
      return;
    }
    acted(PhoneAction.HANGS_UP);
    dropped = true;
    if (call != null) {
      world.hangUp(call);
    }
  }

  /**
   * Presses the page's hang-up button: the page asks the application to end the call. While the
   * page knows no call it can only drop the connection.
   */
  public void pressHangUp() {
    if (call == null) {
      hangUp();
      return;
    }
    if (!call.isLive()) {
      return;
    }
    acted(PhoneAction.PRESSES_HANG_UP);
    String sid = call.sid();
    String name = agent.name() + ".button";
    world.in(
        name,
        world.times().restOut(),
        () ->
            world
                .simulation()
                .fiber(
                    name,
                    () -> {
                      try {
                        world.application().hangUpPressed(sid);
                      } catch (SimulationEnded over) {
                        throw over;
                      } catch (Throwable crash) {
                        world.note(
                            new Happening.AppFailed(
                                name, crash.toString(), Deliveries.stack(crash)));
                      }
                      world.observe();
                    }));
  }

  private void acted(String action) {
    world.note(
        new Happening.PhoneActed(
            agent.name(), agent.conversation(), call == null ? null : call.sid(), action));
  }
}
