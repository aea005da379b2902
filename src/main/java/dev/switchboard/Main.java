package dev.switchboard;

import com.twilio.http.HttpClient;
import dev.switchboard.twilio.LiveHttp;
import dev.switchboard.web.javalin.WebServer;
import java.time.InstantSource;
import java.util.Map;

/**
 * Starts Switchboard on the loopback address, configured by environment variables: those of {@link
 * Settings#from}, PORT (8080 unless set), and TWILIO_API_BASE to speak to another host than the
 * platform's.
 */
public final class Main {

  private static final int USUAL_PORT = 8080;

  private Main() {}

  /** Serves until the process is stopped; exits with 2 when a setting is missing or wrong. */
  public static void main(String[] args) {
    try {
      Running running = start(System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      System.out.println("Switchboard serves on 127.0.0.1:" + running.port());
    } catch (IllegalArgumentException badSetting) {
      System.err.println("Switchboard cannot start. " + badSetting.getMessage());
      System.exit(2);
    }
  }

  static Running start(Map<String, String> environment) {
    Settings settings = Settings.from(environment);
    int port = Settings.number(environment, "PORT", USUAL_PORT);
    String base = environment.getOrDefault("TWILIO_API_BASE", "").replaceAll("/+$", "");
    HttpClient http = base.isEmpty() ? LiveHttp.toPlatform() : LiveHttp.to(base);
    LiveTimers timers = new LiveTimers();
    App app = App.create(settings, http, InstantSource.system(), timers);
    WebServer server = new WebServer(settings.publicBaseUrl(), app::handle);
    return new Running(server, timers, server.start(port));
  }

  /** A started Switchboard. */
  record Running(WebServer server, LiveTimers timers, int port) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
      timers.close();
    }
  }
}
