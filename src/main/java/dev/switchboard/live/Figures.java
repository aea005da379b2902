package dev.switchboard.live;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.switchboard.web.Answer;
import dev.switchboard.web.Incoming;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Function;
import java.util.function.Supplier;

/** What Prometheus is told. No name or number of a person is among it. */
final class Figures implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Counter adopted =
      Counter.builder("switchboard_adopted")
          .description("Commands taken up from instances that died")
          .register(registry);

  Figures() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Measures what is asked of us; {@code kind} tells the parts of the application apart. */
  Function<Incoming, Answer> measured(String kind, Function<Incoming, Answer> part) {
    return request -> {
      Timer.Sample sample = Timer.start(registry);
      Answer answer = part.apply(request);
      String path = kind.equals("voice") && answer.status() != 404 ? request.path() : kind;
      sample.stop(
          Timer.builder("switchboard_requests")
              .description("Requests answered")
              .tag("path", path)
              .tag("status", Integer.toString(answer.status()))
              .register(registry));
      return answer;
    };
  }

  /** Measures what we ask of the platform. */
  HttpClient measured(HttpClient http) {
    return new HttpClient() {
      @Override
      public Response makeRequest(Request request) {
        Timer.Sample sample = Timer.start(registry);
        String status = "lost";
        try {
          Response response = http.makeRequest(request);
          status = response == null ? "lost" : Integer.toString(response.getStatusCode());
          return response;
        } finally {
          sample.stop(
              Timer.builder("switchboard_platform_requests")
                  .description("Requests to the platform")
                  .tag("method", request.getMethod().toString())
                  .tag("status", status)
                  .register(registry));
        }
      }
    };
  }

  void gauge(String name, String description, Supplier<Number> value) {
    io.micrometer.core.instrument.Gauge.builder(name, value)
        .description(description)
        .register(registry);
  }

  void adopted(int commands) {
    adopted.increment(commands);
  }

  /** In Prometheus' text format. */
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
