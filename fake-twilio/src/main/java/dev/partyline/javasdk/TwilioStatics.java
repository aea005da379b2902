package dev.partyline.javasdk;

import com.twilio.Twilio;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.SimExecutor;
import dev.partyline.sim.Simulation;
import dev.partyline.world.Account;
import dev.partyline.world.Surroundings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets unmodified code use the SDK's statics inside a simulation: {@code Call.creator(…).create()}
 * finds the run of the fiber it is called on, {@code createAsync()} runs on that run's executor.
 *
 * <p>{@code Twilio.init} with other credentials drops the client that is set here; that is the
 * SDK's own behaviour, and a request after it would leave the simulation.
 */
public final class TwilioStatics {

  private static final Map<Simulation, Surroundings> RUNS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private TwilioStatics() {}

  /** Routes the statics to this run for every fiber of it. To be called from a subject's start. */
  public static void route(Simulation simulation, Surroundings surroundings) {
    RUNS.put(simulation, surroundings);
    Twilio.init(Account.SID, Account.TOKEN);
    Twilio.setRestClient(
        new TwilioRestClient.Builder(Account.SID, Account.TOKEN)
            .httpClient(new RoutingClient())
            .build());
    Twilio.setExecutorService(new RoutingExecutor());
  }

  private static Simulation here(String what) {
    Fiber fiber = Fiber.current();
    if (fiber != null) {
      return fiber.simulation();
    }
    Simulation running = Simulation.running();
    if (running == null) {
      throw new IllegalStateException(what + " outside of any simulation");
    }
    running.requireFiber(what);
    throw new IllegalStateException("unreachable: the thread is no fiber");
  }

  private static final class RoutingClient extends HttpClient {
    @Override
    public Response reliableRequest(Request request) {
      return client(request).reliableRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
      return client(request).makeRequest(request);
    }

    private static SimHttpClient client(Request request) {
      Simulation simulation = here(request.getMethod() + " " + request.getUrl());
      return new SimHttpClient(RUNS.get(simulation));
    }
  }

  private static final class RoutingExecutor extends AbstractExecutorService {
    @Override
    public void execute(Runnable task) {
      new SimExecutor(here("an asynchronous SDK call")).execute(task);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
