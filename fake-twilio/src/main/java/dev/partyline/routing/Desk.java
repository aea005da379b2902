package dev.partyline.routing;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.rest.taskrouter.Workspaces;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Effect;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Sids;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskRouterEvent;
import dev.partyline.taskrouter.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The workspaces of a platform and the only one who changes them. Every command goes through {@link
 * #give}; what it leads to is carried out at once: timers are set, the journal and the application
 * are told, offers go out.
 */
public final class Desk implements Workspaces {

  /** From a chance to fit tasks and workers together to doing so. */
  private static final Span TO_MATCH = Span.of(10, 100, 500);

  private final Lines lines;
  private final Sids sids;
  private final EventCallbacks events;
  private final Assignments assignments;
  private final AgentLegs legs;
  private final Instructions instructions;
  private final Callers callers;
  private final Names names = new Names();
  private final Timers timers = new Timers();
  private final Map<String, Workspace> workspaces = new LinkedHashMap<>();

  /** A desk without workspaces. */
  public Desk(Lines lines, Sids sids) {
    this.lines = lines;
    this.sids = sids;
    this.events = new EventCallbacks(lines, names);
    this.callers = new Callers(this);
    this.legs = new AgentLegs(this, callers);
    this.instructions = new Instructions(this, callers, legs);
    this.assignments = new Assignments(this, instructions);
  }

  // ---- workspaces ----

  @Override
  public List<Workspace> all(String accountSid) {
    return workspaces.values().stream().filter(one -> one.accountSid().equals(accountSid)).toList();
  }

  /** Every workspace of every account, oldest first. */
  public List<Workspace> all() {
    return List.copyOf(workspaces.values());
  }

  @Override
  public Workspace get(String accountSid, String sid) {
    Workspace found = workspaces.get(sid);
    return found == null || !found.accountSid().equals(accountSid) ? null : found;
  }

  @Override
  public Workspace create(String accountSid, Workspace.Settings settings, boolean fifo) {
    Workspace made = new Workspace(accountSid, settings, fifo, lines.knobs(), sids, lines.now());
    workspaces.put(made.sid(), made);
    return made;
  }

  @Override
  public void remove(Workspace workspace) {
    workspaces.remove(workspace.sid());
    for (Task task : workspace.tasks()) {
      task.reservations().forEach(timers::stopAll);
      timers.stopAll(task);
    }
  }

  @Override
  public long now() {
    return lines.now();
  }

  @Override
  public Instant instant(long ms) {
    return lines.instant(ms);
  }

  @Override
  public Knobs knobs() {
    return lines.knobs();
  }

  // ---- commands and what they lead to ----

  @Override
  public void give(Workspace workspace, Command command) {
    List<Effect> effects = new ArrayList<>();
    try {
      command.give(workspace, lines.now(), effects);
    } finally {
      // what a refused command did before it was refused has happened
      effects.forEach(this::apply);
    }
  }

  private void apply(Effect effect) {
    if (effect instanceof Effect.Happened happened) {
      happened(happened.workspace(), happened.event());
    } else if (effect instanceof Effect.Offered offered) {
      assignments.offered(offered.workspace(), offered.reservation());
    } else if (effect instanceof Effect.TimerSet set) {
      Workspace workspace = set.workspace();
      Object owner = Timers.owner(set.timer());
      String word = set.timer().word();
      Cancellable[] running = new Cancellable[1];
      running[0] =
          lines.in(
              names.of(set.timer()),
              owner instanceof Reservation
                  ? Span.of(set.afterMs(), set.afterMs(), set.afterMs() + lines.timerSlackMs())
                  : Span.exactly(set.afterMs()),
              () -> {
                timers.over(owner, word, running[0]);
                if (isLive(workspace)) {
                  give(workspace, (ws, now, effects) -> ws.fire(set.timer(), now, effects));
                }
              });
      timers.set(owner, word, running[0]);
    } else if (effect instanceof Effect.MatchWanted wanted) {
      Workspace workspace = wanted.workspace();
      lines.in(
          "router.matches",
          TO_MATCH,
          () -> {
            if (isLive(workspace)) {
              give(workspace, Workspace::match);
            }
          });
    } else if (effect instanceof Effect.Logged logged) {
      lines.note(new Happening.Noted(null, logged.code(), logged.level(), logged.text()));
    }
  }

  private boolean isLive(Workspace workspace) {
    return workspaces.get(workspace.sid()) == workspace;
  }

  private void happened(Workspace workspace, TaskRouterEvent event) {
    Task task = event.task();
    if (event.reservation() != null) {
      names.learn(event.reservation());
    }
    lines.note(
        new Happening.RoutingEvent(
            event.type(),
            workspace.sid(),
            task == null ? null : task.sid(),
            event.taskStatus() == null ? null : event.taskStatus().word(),
            event.taskAttributes() == null ? null : event.taskAttributes().get("call_sid"),
            event.reservation() == null ? null : event.reservation().sid(),
            event.worker() == null ? null : event.worker().name(),
            event.activity() == null ? null : event.activity().name(),
            event.activity() != null && event.activity().available(),
            event.queue() == null ? null : event.queue().name(),
            task == null ? null : task.channel().uniqueName(),
            reason(event)));
    timers.happened(event);
    events.tell(workspace, event);
    if (event.reservation() != null) {
      legs.moved(event.reservation());
    }
    if (task != null && event.type().equals("task.canceled")) {
      callers.taskOver(task);
    }
  }

  private static String reason(TaskRouterEvent event) {
    Reservation reservation = event.reservation();
    if (reservation != null && reservation.reasonCode() != 0) {
      return Integer.toString(reservation.reasonCode());
    }
    return event.task() == null || !event.type().startsWith("task.") ? null : event.task().reason();
  }

  @Override
  public void instruct(
      Workspace workspace, Reservation reservation, String word, Map<String, String> parameters) {
    instructions.carryOut(
        workspace, reservation, Instruction.ofRest(word, parameters, lines.knobs()));
  }

  // ---- for the rest of the package, and for the platform ----

  /** Callers whom a document puts into a workflow's queue, and agents who dial a reservation. */
  public Callers callers() {
    return callers;
  }

  /** What happens to legs that instructions made or moved. */
  public LegNews legNews() {
    return legs;
  }

  /** What the callbacks of a conference carry more because TaskRouter made it (TR-INSTR-43). */
  public Map<String, String> extras(String conferenceName) {
    return legs.extras(conferenceName);
  }

  Lines lines() {
    return lines;
  }

  AgentLegs legs() {
    return legs;
  }

  /** The instruction that is or was carried out for an offer; null when there is none. */
  String instructionOf(Reservation reservation) {
    return legs.wordOf(reservation);
  }

  Names names() {
    return names;
  }

  /** The workspace that has this workflow; null when there is none. */
  Workspace withWorkflow(String accountSid, String workflowSid) {
    for (Workspace workspace : workspaces.values()) {
      if (workspace.accountSid().equals(accountSid) && workspace.workflow(workflowSid) != null) {
        return workspace;
      }
    }
    return null;
  }

  /** The workspace that has this reservation; null when there is none. */
  Workspace withReservation(String reservationSid) {
    for (Workspace workspace : workspaces.values()) {
      if (workspace.reservation(reservationSid) != null) {
        return workspace;
      }
    }
    return null;
  }
}
