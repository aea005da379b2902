package dev.partyline.webhook;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.SimulationEnded;
import dev.partyline.sim.Span;
import java.util.function.Consumer;

/** Carries requests to an application in the same process, on a fiber for each. */
public final class FiberTransport implements Transport {

  private final Simulation simulation;
  private final Journal journal;
  private final ApplicationPort application;
  private final Span documentAnswer;
  private final Span callbackAnswer;
  private final Runnable afterApplication;

  /**
   * Makes the transport of one run.
   *
   * @param documentAnswer from the end of the application's handler to the platform having its
   *     document, slowness of the application included
   * @param callbackAnswer the same for status callbacks
   * @param afterApplication called on the baton each time the application has handled something
   */
  public FiberTransport(
      Simulation simulation,
      Journal journal,
      ApplicationPort application,
      Span documentAnswer,
      Span callbackAnswer,
      Runnable afterApplication) {
    this.simulation = simulation;
    this.journal = journal;
    this.application = application;
    this.documentAnswer = documentAnswer;
    this.callbackAnswer = callbackAnswer;
    this.afterApplication = afterApplication;
  }

  @Override
  public Sending send(Attempt attempt, WebhookRequest request, Consumer<Result> then) {
    String name = attempt.name();
    simulation.fiber(
        name,
        () -> {
          WebhookReply reply = handle(name, request);
          afterApplication.run();
          simulation.in(
              name + ".answer",
              attempt.document() ? documentAnswer : callbackAnswer,
              () -> then.accept(new Answered(reply)));
        });
    return Sending.SURE;
  }

  private WebhookReply handle(String fiber, WebhookRequest request) {
    try {
      WebhookReply reply = application.handle(request);
      if (reply == null) {
        throw new IllegalStateException("the application answered " + request.url() + " with null");
      }
      return reply;
    } catch (SimulationEnded over) {
      throw over;
    } catch (Throwable crash) {
      journal.add(
          simulation.now(),
          new Happening.AppFailed(fiber, crash.toString(), Deliveries.stack(crash)));
      return WebhookReply.text(500, "Internal Server Error");
    }
  }
}
