package dev.partyline.centre.day;

import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.webhook.Transport;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import java.util.function.Consumer;
import java.util.function.Function;

/** Carries requests to an application that answers at once, a moment later back. */
final class DayTransport implements Transport {

  private static final Span TO_ANSWER = Span.of(5, 30, 400);

  private final Function<WebhookRequest, WebhookReply> application;
  private Simulation simulation;

  DayTransport(Function<WebhookRequest, WebhookReply> application) {
    this.application = application;
  }

  void on(Simulation time) {
    simulation = time;
  }

  @Override
  public Sending send(Attempt attempt, WebhookRequest request, Consumer<Result> then) {
    WebhookReply reply = application.apply(request);
    simulation.in(attempt.name() + ".answer", TO_ANSWER, () -> then.accept(new Answered(reply)));
    return Sending.SURE;
  }
}
