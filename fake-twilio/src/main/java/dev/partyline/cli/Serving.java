package dev.partyline.cli;

import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.config.Configuration;
import dev.partyline.server.control.ControlApi;

/** A live platform with its doors open. */
record Serving(Configuration configuration, LivePlatform platform, Doors doors)
    implements AutoCloseable {

  /**
   * Starts it.
   *
   * @throws IllegalArgumentException when a port is taken; the message names it
   */
  static Serving begin(Configuration configuration) {
    LivePlatform platform = LivePlatform.start(configuration.platform());
    try {
      Doors doors = Doors.open(platform, configuration.doors(), new ControlApi(platform)::addTo);
      return new Serving(configuration, platform, doors);
    } catch (RuntimeException failed) {
      platform.close();
      if (isBind(failed)) {
        DoorSettings at = configuration.doors();
        throw new IllegalArgumentException(
            "cannot listen at "
                + at.host()
                + ", ports "
                + at.port()
                + " and "
                + at.proxyPort()
                + ": "
                + reason(failed)
                + "; choose others with --port and --proxy-port, 0 takes any that is free");
      }
      throw failed;
    }
  }

  private static boolean isBind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.net.BindException
          || cause instanceof java.net.SocketException
          || cause instanceof java.nio.channels.UnresolvedAddressException
          || cause.getClass().getSimpleName().equals("JavalinBindException")) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof java.io.IOException)) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  @Override
  public void close() {
    doors.close();
    platform.close();
  }
}
