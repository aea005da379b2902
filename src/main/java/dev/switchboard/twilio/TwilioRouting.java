package dev.switchboard.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import com.twilio.rest.taskrouter.v1.workspace.task.Reservation;
import com.twilio.type.Twiml;
import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Command;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.outbound.Routing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks TaskRouter, and moves callers. Whatever may have been done before is looked at first, so
 * that asking again never does a thing twice and never takes what is done for refused.
 */
final class TwilioRouting implements Routing {

  private static final long FEW = 20;

  private final TwilioRestClient client;
  private final CallerTwiml documents;
  private final RoutingPlan plan;

  /** {@code client} must not repeat requests; see {@link OnceOnlyHttpClient}. */
  TwilioRouting(TwilioRestClient client, CallerTwiml documents, RoutingPlan plan) {
    this.client = client;
    this.documents = documents;
    this.plan = plan;
  }

  @Override
  public Chore.Result carryOut(Command.Do chore) {
    String subject = chore.subject();
    switch (chore.chore()) {
      case ACCEPT -> accept(chore.detail(), subject, chore.again());
      case REJECT -> reject(chore.detail(), subject);
      case MOVE_IN -> move(subject, documents.intoRoom(subject, chore.detail()));
      case QUEUE_AGAIN -> move(subject, documents.intoQueueAgain());
      case GOODBYE -> move(subject, documents.goodbye());
      case WRAP -> advance(subject, Task.Status.WRAPPING);
      case COMPLETE -> advance(subject, Task.Status.COMPLETED);
      case CANCEL -> advance(subject, Task.Status.CANCELED);
      case CANCEL_TASKS -> cancelTasks(subject, chore.detail());
      case LOOK_FOR_TASK -> {
        return lookForTask(subject);
      }
      case BRING_BACK -> bringBack(subject);
    }
    return Chore.Result.DONE;
  }

  private void accept(String task, String reservation, boolean again) {
    if (again && isAccepted(task, reservation)) {
      return;
    }
    TwilioCallControl.ask(
        "accept " + reservation,
        () ->
            Reservation.updater(plan.workspaceSid(), task, reservation)
                .setReservationStatus(Reservation.Status.ACCEPTED)
                .update(client));
  }

  private boolean isAccepted(String task, String reservation) {
    return statusOf(task, reservation) == Reservation.Status.ACCEPTED;
  }

  private Reservation.Status statusOf(String task, String reservation) {
    return TwilioCallControl.ask(
            "look at " + reservation,
            () -> Reservation.fetcher(plan.workspaceSid(), task, reservation).fetch(client))
        .getReservationStatus();
  }

  /**
   * The agent rests, or the same one would be asked again at once (RACE-108). An offer that is not
   * pending any more, be it by an earlier request or by itself, has no agent to give it back.
   */
  private void reject(String task, String reservation) {
    try {
      TwilioCallControl.ask(
          "reject " + reservation,
          () ->
              Reservation.updater(plan.workspaceSid(), task, reservation)
                  .setReservationStatus(Reservation.Status.REJECTED)
                  .setWorkerActivitySid(plan.restingSid())
                  .update(client));
    } catch (Refused refused) {
      if (refused.reason() != Reason.NOT_ALLOWED) {
        throw refused;
      }
      if (statusOf(task, reservation) == Reservation.Status.PENDING) {
        throw new Refused(Reason.UNCLEAR, reservation + " is still pending", refused);
      }
    }
  }

  private void move(String caller, String document) {
    TwilioCallControl.ask(
        "move " + caller, () -> Call.updater(caller).setTwiml(new Twiml(document)).update(client));
  }

  /** A task that has come there or further by itself is where it should be (RACE-131). */
  private void advance(String task, Task.Status status) {
    try {
      TwilioCallControl.ask(
          status + " " + task,
          () -> Task.updater(plan.workspaceSid(), task).setAssignmentStatus(status).update(client));
    } catch (Refused refused) {
      if (refused.reason() == Reason.GONE) {
        return;
      }
      if (refused.reason() != Reason.NOT_ALLOWED) {
        throw refused;
      }
      Task.Status now = statusOf(task);
      boolean over = now == null || now == Task.Status.COMPLETED || now == Task.Status.CANCELED;
      if (!over && now != status) {
        throw new Refused(Reason.UNCLEAR, "task " + task + " is " + now, refused);
      }
    }
  }

  /** Null when it is gone. */
  private Task.Status statusOf(String task) {
    try {
      return TwilioCallControl.ask(
              "look at " + task, () -> Task.fetcher(plan.workspaceSid(), task).fetch(client))
          .getAssignmentStatus();
    } catch (Refused refused) {
      if (refused.reason() == Reason.GONE) {
        return null;
      }
      throw refused;
    }
  }

  /**
   * Refuses when every task of this caller that is listed is canceled. Where none is listed another
   * program may have overwritten what it is found by (RACE-152).
   */
  private Chore.Result lookForTask(String caller) {
    List<Task> tasks = tasksOf(caller);
    boolean canceled =
        tasks.stream().anyMatch(it -> it.getAssignmentStatus() == Task.Status.CANCELED);
    if (canceled && tasks.stream().allMatch(TwilioRouting::isOver)) {
      throw new Refused(Reason.GONE, "the task of " + caller + " is canceled", null);
    }
    return tasks.isEmpty() ? Chore.Result.NOTHING : Chore.Result.DONE;
  }

  /** All of this caller but one, which may be empty. */
  private void cancelTasks(String caller, String spared) {
    for (Task task : tasksOf(caller)) {
      if (!isOver(task) && !task.getSid().equals(spared)) {
        advance(task.getSid(), Task.Status.CANCELED);
      }
    }
  }

  private List<Task> tasksOf(String caller) {
    return TwilioCallControl.ask(
        "look for the task of " + caller,
        () ->
            Task.reader(plan.workspaceSid())
                .setEvaluateTaskAttributes("call_sid == \"" + caller + "\"")
                .setPageSize(FEW)
                .firstPage(client)
                .getRecords());
  }

  private static boolean isOver(Task task) {
    return task.getAssignmentStatus() == Task.Status.CANCELED
        || task.getAssignmentStatus() == Task.Status.COMPLETED;
  }

  private static Optional<String> version(Response response) {
    return response.getHeaders() == null
        ? Optional.empty()
        : Arrays.stream(response.getHeaders())
            .filter(header -> header.getName().equalsIgnoreCase("etag"))
            .map(header -> header.getValue())
            .findFirst();
  }

  /**
   * Only who still rests, as the version says that was read: a break, or a log-out, is nobody's to
   * undo (RACE-107, RACE-119).
   */
  private void bringBack(String sid) {
    String path = "/v1/Workspaces/" + plan.workspaceSid() + "/Workers/" + sid;
    Response read =
        TwilioCallControl.ask(
            "look at " + sid,
            () -> client.request(new Request(HttpMethod.GET, Domains.TASKROUTER.toString(), path)));
    if (read.getStatusCode() == 404) {
      return;
    }
    if (read.getStatusCode() != 200) {
      throw new Refused(Reason.UNCLEAR, "look at " + sid + ": " + read.getStatusCode(), null);
    }
    if (!read.getContent().contains(plan.restingSid())) {
      return;
    }
    try {
      TwilioCallControl.ask(
          "bring back " + sid,
          () -> {
            var updater =
                Worker.updater(plan.workspaceSid(), sid).setActivitySid(plan.availableSid());
            version(read).ifPresent(updater::setIfMatch);
            return updater.update(client);
          });
    } catch (Refused refused) {
      // somebody else has changed the worker meanwhile: it is looked at again
      throw refused.reason() == Reason.NOT_ALLOWED
          ? new Refused(Reason.UNCLEAR, refused.getMessage(), refused)
          : refused;
    }
  }
}
