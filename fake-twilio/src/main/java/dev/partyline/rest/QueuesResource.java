package dev.partyline.rest;

import dev.partyline.queue.CallQueue;
import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code …/Queues.json} and {@code …/Queues/{Sid}.json} (LIMIT-14). */
final class QueuesResource implements Resource {

  private static final int LONGEST_NAME = 64;
  private static final int NAME_TAKEN = 22_003;
  private static final List<String> PARAMETERS = List.of("FriendlyName", "MaxSize");

  private final Backend backend;

  QueuesResource(Backend backend) {
    this.backend = backend;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Routes.ACCOUNT + "/Queues";
    String one = all + "/{Sid}";
    routes
        .get(all, this::list)
        .post(all, PARAMETERS, this::create)
        .get(one, x -> one(200, existing(x, "Sid")))
        .post(one, PARAMETERS, this::update)
        .delete(one, this::delete);
  }

  private RestResponse list(Exchange exchange) {
    List<CallQueue> rows = new ArrayList<>(backend.queues().of(exchange.account().sid()));
    Collections.reverse(rows);
    return Page.of(exchange.request(), "queues", rows, CallQueue::sid, this::write);
  }

  private RestResponse create(Exchange exchange) {
    RestRequest request = exchange.request();
    String name = Form.text(request, "FriendlyName", LONGEST_NAME);
    if (name == null) {
      throw new Refusal(400, 20001, "Parameter FriendlyName is required");
    }
    int size = Form.whole(request, "MaxSize", CallQueue.STANDARD_SIZE, 1, CallQueue.LARGEST_SIZE);
    requireFree(exchange, name);
    return one(201, backend.queues().create(exchange.account().sid(), name, size, backend.now()));
  }

  private RestResponse update(Exchange exchange) {
    CallQueue queue = existing(exchange, "Sid");
    String given = Form.text(exchange.request(), "FriendlyName", LONGEST_NAME);
    String name = given == null ? queue.name() : given;
    int size =
        Form.whole(exchange.request(), "MaxSize", queue.maxSize(), 1, CallQueue.LARGEST_SIZE);
    if (!name.equals(queue.name())) {
      requireFree(exchange, name);
    }
    backend.queues().change(queue, name, size, backend.now());
    return one(200, queue);
  }

  /** Only an empty queue can be deleted; which code says so is inferred. */
  private RestResponse delete(Exchange exchange) {
    CallQueue queue = existing(exchange, "Sid");
    if (queue.size() > 0) {
      throw new Refusal(
          400,
          20009,
          "Queue " + queue.sid() + " has " + queue.size() + " members and cannot be deleted");
    }
    backend.queues().delete(queue);
    return RestResponse.ok(204, "");
  }

  private void requireFree(Exchange exchange, String name) {
    if (backend.queues().named(exchange.account().sid(), name) != null) {
      throw new Refusal(400, NAME_TAKEN, "A queue with the name " + name + " already exists");
    }
  }

  /** The queue that the path names. */
  private CallQueue existing(Exchange exchange, String parameter) {
    return existing(backend, exchange, parameter);
  }

  static CallQueue existing(Backend backend, Exchange exchange, String parameter) {
    CallQueue queue = backend.queues().queue(exchange.path(parameter));
    if (queue == null || !queue.account().equals(exchange.account().sid())) {
      throw RestApi.notFound(exchange.request());
    }
    return queue;
  }

  private void write(JsonText json, CallQueue queue) {
    json.begin();
    json.text("date_updated", backend.time(queue.updatedAt()));
    json.number("current_size", queue.size());
    json.text("friendly_name", queue.name());
    json.text("uri", Resources.base(queue.account()) + "/Queues/" + queue.sid() + ".json");
    json.text("account_sid", queue.account());
    json.number("average_wait_time", queue.averageWaitSeconds(backend.now()));
    json.text("sid", queue.sid());
    json.text("date_created", backend.time(queue.createdAt()));
    json.number("max_size", queue.maxSize());
    json.end();
  }

  private RestResponse one(int status, CallQueue queue) {
    JsonText json = new JsonText();
    write(json, queue);
    return RestResponse.ok(status, json.toString());
  }
}
