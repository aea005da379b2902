package dev.switchboard.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.outbound.Readiness;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads and changes the activities of workers, which are found by the address that offers go to. A
 * break has an activity of its own: who rests after a missed offer is brought back, who is on a
 * break is not (RACE-107).
 */
public final class TwilioReadiness implements Readiness {

  private final TwilioRestClient client;
  private final RoutingPlan plan;

  /** A worker keeps its SID, whatever becomes of its name or attributes. */
  private final Map<String, String> workers = new ConcurrentHashMap<>();

  /** {@code client} must not repeat requests; see {@link OnceOnlyHttpClient}. */
  TwilioReadiness(TwilioRestClient client, RoutingPlan plan) {
    this.client = client;
    this.plan = plan;
  }

  @Override
  public State of(String softphone) {
    Worker known = known(softphone, this::fetch);
    Worker worker = known == null ? found(softphone) : known;
    if (worker == null) {
      return State.NONE;
    }
    if (Boolean.TRUE.equals(worker.getAvailable())) {
      return State.READY;
    }
    return worker.getActivitySid().equals(plan.breakSid()) ? State.ON_BREAK : State.AWAY;
  }

  @Override
  public void set(String softphone, boolean ready) {
    String activity = ready ? plan.availableSid() : plan.breakSid();
    if (known(softphone, sid -> change(softphone, sid, activity)) != null) {
      return;
    }
    Worker worker = found(softphone);
    if (worker == null) {
      throw new Refused(Reason.GONE, "readiness: " + softphone + " is no worker", null);
    }
    change(softphone, worker.getSid(), activity);
  }

  private Worker fetch(String sid) {
    return TwilioCallControl.ask(
        "look at worker " + sid, () -> Worker.fetcher(plan.workspaceSid(), sid).fetch(client));
  }

  private Worker change(String softphone, String sid, String activity) {
    return TwilioCallControl.ask(
        "readiness of " + softphone,
        () -> Worker.updater(plan.workspaceSid(), sid).setActivitySid(activity).update(client));
  }

  /** Asks by the SID of the worker who was found before; null when none was, or is gone since. */
  private Worker known(String softphone, Function<String, Worker> ask) {
    String sid = workers.get(softphone);
    if (sid == null) {
      return null;
    }
    try {
      return ask.apply(sid);
    } catch (Refused refused) {
      if (refused.reason() != Reason.GONE) {
        throw refused;
      }
      workers.remove(softphone);
      return null;
    }
  }

  /** Null when there is none. */
  private Worker found(String softphone) {
    if (!softphone.matches("[A-Za-z0-9_.@-]+")) {
      return null;
    }
    List<Worker> found =
        TwilioCallControl.ask(
            "find worker " + softphone,
            () ->
                Worker.reader(plan.workspaceSid())
                    .setTargetWorkersExpression("contact_uri == 'client:" + softphone + "'")
                    .setPageSize(1L)
                    .firstPage(client)
                    .getRecords());
    found.forEach(worker -> workers.put(softphone, worker.getSid()));
    return found.isEmpty() ? null : found.get(0);
  }
}
