package dev.partyline.cli;

import dev.partyline.server.DoorSettings;
import dev.partyline.server.LiveSettings;
import dev.partyline.server.config.Configuration;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Words that say how a live platform is to be; they win over the file. */
final class ServeOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "What is set up, YAML; 'partyline example' prints one with every key.")
  private Path config;

  @Option(
      names = "--host",
      description =
          "Address to listen at; default 127.0.0.1. Any other lets other machines in: the auth"
              + " token is then all that keeps them out of the API, and nothing keeps them out of"
              + " the control API.")
  private String host;

  @Option(names = "--port", description = "Port for plain HTTP; 0 for any that is free.")
  private Integer port;

  @Option(
      names = "--proxy-port",
      description = "Port of the proxy; 0 for any that is free, -1 for no proxy.")
  private Integer proxyPort;

  @Option(
      names = "--tls-folder",
      paramLabel = "FOLDER",
      description = "Where the proxy's certificates are kept; default is the user's cache folder.")
  private Path tlsFolder;

  @Option(names = "--seed", description = "What delays are drawn from; default 1.")
  private Long seed;

  @Option(names = "--speed", description = "Simulated seconds in a real one; default 1.")
  private Double speed;

  /**
   * What the file and the words say together.
   *
   * @throws IllegalArgumentException for a mistake in either; the message names it
   */
  Configuration configuration() {
    return configuration(Configuration.PORT, Configuration.PROXY_PORT);
  }

  /** The same with other ports where nothing says otherwise. */
  Configuration configuration(int standardPort, int standardProxyPort) {
    Configuration read = config == null ? Configuration.standard() : Configuration.read(config);
    DoorSettings doors = read.doors();
    boolean own = config == null;
    DoorSettings said =
        new DoorSettings(
            host == null ? doors.host() : host,
            within("--port", port, 0, own ? standardPort : doors.port()),
            within("--proxy-port", proxyPort, -1, own ? standardProxyPort : doors.proxyPort()),
            tlsFolder == null ? doors.tlsFolder() : tlsFolder);
    LiveSettings platform = read.platform();
    if (seed != null) {
      platform = platform.withSeed(seed);
    }
    if (speed != null) {
      if (!(speed > 0 && speed <= 10_000)) {
        throw new IllegalArgumentException(
            "--speed is " + speed + "; it must be more than 0 and at most 10000");
      }
      platform = platform.atSpeed(speed);
    }
    return new Configuration(platform, said, read.accountSid(), read.authToken());
  }

  private static int within(String name, Integer value, int least, int standard) {
    if (value != null && (value < least || value > 65_535)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; it must be from " + least + " to 65535");
    }
    return value == null ? standard : value;
  }
}
