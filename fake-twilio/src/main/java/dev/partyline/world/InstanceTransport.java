package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.SimulationEnded;
import dev.partyline.sim.Span;
import dev.partyline.webhook.Deliveries;
import dev.partyline.webhook.Transport;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import java.util.function.Consumer;

/** Carries requests to an instance of the application in the same process, on a fiber for each. */
final class InstanceTransport implements Transport {

  private static final Span AT_ONCE = Span.exactly(1);

  private final World world;
  private final Instances instances;

  InstanceTransport(World world, Instances instances) {
    this.world = world;
    this.instances = instances;
  }

  @Override
  public Sending send(Attempt attempt, WebhookRequest request, Consumer<Result> then) {
    String name = attempt.name();
    Instance instance = instances.route(name);
    if (instance == null) {
      world.in(
          name + ".refused",
          AT_ONCE,
          () -> then.accept(new Broken(Break.REFUSED, "connection refused: it is down")));
      return Sending.SURE;
    }
    instance.awaitedBy(
        attempt,
        () ->
            world.in(
                name + ".broken-off",
                AT_ONCE,
                () -> then.accept(new Broken(Break.BROKEN_HTTP, "connection reset: it died"))));
    world
        .simulation()
        .fiber(
            name,
            instance,
            () -> {
              instances.step(instance, "take");
              WebhookReply reply = handle(name, instance.application(), request);
              instances.step(instance, "answer");
              instance.answered(attempt);
              world.observe();
              world.in(
                  name + ".answer",
                  attempt.document()
                      ? world.times().documentAnswer()
                      : world.times().callbackAnswer(),
                  () -> then.accept(new Answered(reply)));
            });
    return Sending.SURE;
  }

  private WebhookReply handle(String name, Application application, WebhookRequest request) {
    try {
      WebhookReply reply = application.handle(request);
      if (reply == null) {
        throw new IllegalStateException("the application answered " + request.url() + " with null");
      }
      return reply;
    } catch (SimulationEnded over) {
      throw over;
    } catch (Throwable crash) {
      Fiber fiber = Fiber.current();
      if (fiber != null && fiber.isCut()) {
        throw new Cut(crash);
      }
      world.note(new Happening.AppFailed(name, crash.toString(), Deliveries.stack(crash)));
      return WebhookReply.text(500, "Internal Server Error");
    }
  }

  /** What a dead instance throws on its way out is nobody's fault. */
  static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cut(Throwable cause) {
      super(cause);
    }
  }
}
