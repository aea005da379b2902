package dev.partyline.server.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.routing.Desk;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Attributes;
import dev.partyline.taskrouter.Refused;
import dev.partyline.taskrouter.TaskChannel;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.taskrouter.expression.BadExpression;
import dev.partyline.taskrouter.expression.Expression;
import dev.partyline.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads TaskRouter workspaces that are there from the beginning on. Names stand where the platform
 * has SIDs; SIDs are counted in the order of the file.
 */
final class WorkspaceFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> GIVEN = List.of("Offline", "Available", "Unavailable");
  private static final List<String> CHANNELS = List.of("default", "voice", "sms", "chat", "video");
  private static final int LONGEST_RESERVATION = 86_400;

  private record NewActivity(String name, boolean available) {}

  private record NewQueue(String name, String workers, int reserved, boolean lifo) {}

  private record NewWorker(
      String name, String activity, String attributes, Map<String, Integer> capacity) {}

  private final Section section;
  private final Workspace.Settings settings;
  private final List<NewActivity> activities = new ArrayList<>();
  private final List<String> activityNames = new ArrayList<>(GIVEN);
  private final List<NewQueue> queues = new ArrayList<>();
  private final List<String> queueNames = new ArrayList<>();
  private final List<WorkflowFile> workflows = new ArrayList<>();
  private final List<NewWorker> workers = new ArrayList<>();
  private final String ofNewWorkers;
  private final String afterTimeout;

  /** Opens them in a fresh world. */
  static Consumer<World> read(Section root) {
    List<WorkspaceFile> found = new ArrayList<>();
    for (Section entry : root.sections("workspaces")) {
      found.add(new WorkspaceFile(entry));
    }
    return world -> found.forEach(one -> one.open(world));
  }

  private WorkspaceFile(Section section) {
    this.section = section;
    this.settings =
        new Workspace.Settings(
            section.required("name"),
            section.like("eventCallbackUrl", null, Owned.URL, Owned.URL_WORDS),
            section.texts("eventsFilter"),
            true,
            false);
    readActivities();
    this.ofNewWorkers = section.word("defaultActivity", activityNames);
    this.afterTimeout = section.word("timeoutActivity", activityNames);
    readQueues();
    for (Section entry : section.sections("workflows")) {
      workflows.add(new WorkflowFile(entry, queueNames, LONGEST_RESERVATION));
    }
    readWorkers();
    section.done();
  }

  private void readActivities() {
    for (Section entry : section.sections("activities")) {
      String name = entry.required("name");
      if (activityNames.contains(name)) {
        entry.wrong("name", "there is an activity '" + name + "' already");
      }
      activityNames.add(name);
      activities.add(new NewActivity(name, entry.flag("available", false)));
      entry.done();
    }
  }

  private void readQueues() {
    for (Section entry : section.sections("queues")) {
      String name = entry.required("name");
      if (queueNames.contains(name)) {
        entry.wrong("name", "there is a queue '" + name + "' already");
      }
      queueNames.add(name);
      String workersWho = expression(entry, "workers");
      queues.add(
          new NewQueue(
              name,
              workersWho == null ? "1==1" : workersWho,
              (int) entry.whole("maxReservedWorkers", 1, 1, Workspace.MOST_RESERVED_WORKERS),
              entry.word("order", List.of("FIFO", "LIFO")).equals("LIFO")));
      entry.done();
    }
  }

  private void readWorkers() {
    List<String> names = new ArrayList<>();
    for (Section entry : section.sections("workers")) {
      String name = entry.required("name");
      if (names.contains(name.toLowerCase(java.util.Locale.ROOT))) {
        entry.wrong("name", "there is a worker '" + name + "' already, in some letter case");
      }
      names.add(name.toLowerCase(java.util.Locale.ROOT));
      List<String> words = new ArrayList<>(List.of(ofNewWorkers));
      words.addAll(activityNames);
      Section capacity = entry.section("capacity");
      Map<String, Integer> room = new LinkedHashMap<>();
      for (String channel : CHANNELS) {
        if (capacity.has(channel)) {
          room.put(channel, (int) capacity.whole(channel, 1, 0, 1_000));
        }
      }
      capacity.done();
      workers.add(new NewWorker(name, entry.word("activity", words), attributes(entry), room));
      entry.done();
    }
  }

  /** {@code attributes} as JSON text, with {@code contactUri} beside it for the one that calls. */
  private static String attributes(Section entry) {
    String text = entry.has("attributes") ? entry.text("attributes") : "{}";
    Attributes read = Attributes.NONE;
    try {
      read = Attributes.parse(text, false);
    } catch (Refused bad) {
      entry.wrong("attributes", bad.getMessage());
    }
    return entry.has("contactUri")
        ? read.with("contact_uri", entry.text("contactUri")).text()
        : read.text();
  }

  /** An expression that was read once, so that a mistake is told with its place in the file. */
  static String expression(Section entry, String key) {
    String text = entry.text(key);
    if (text == null || text.isBlank()) {
      return text;
    }
    try {
      Expression.parse(text);
    } catch (BadExpression bad) {
      entry.wrong(key, "'" + key + "': " + bad.getMessage());
    }
    return text;
  }

  // ---- opening ----

  private void open(World world) {
    Desk desk = world.desk();
    Workspace made = desk.create(world.directory().main().sid(), settings, false);
    desk.give(
        made,
        (ws, now, effects) -> {
          activities.forEach(one -> ws.addActivity(one.name(), one.available(), now, effects));
          ws.change(settings, activity(ws, ofNewWorkers), activity(ws, afterTimeout), now);
          Map<String, String> sids = new LinkedHashMap<>();
          for (NewQueue one : queues) {
            TaskQueue queue =
                ws.addQueue(
                    new TaskQueue.Settings(
                        one.name(), one.workers(), one.reserved(), one.lifo(), null, null),
                    now,
                    effects);
            sids.put(one.name(), queue.sid());
          }
          for (WorkflowFile one : workflows) {
            ws.addWorkflow(
                one.name,
                one.configuration(sids, JSON),
                one.assignmentCallback,
                one.fallbackCallback,
                one.reservationSeconds,
                now,
                effects);
          }
          for (NewWorker one : workers) {
            Worker worker =
                ws.addWorker(
                    one.name(), one.attributes(), activity(ws, one.activity()), now, effects);
            for (TaskChannel channel : ws.channels()) {
              Integer room = one.capacity().get(channel.uniqueName());
              if (room != null) {
                ws.change(worker, worker.channel(channel), room, null, now, effects);
              }
            }
          }
        });
  }

  private static Activity activity(Workspace workspace, String name) {
    return workspace.activities().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** An empty object to fill. */
  static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
