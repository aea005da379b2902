package dev.switchboard.live;

import com.twilio.http.HttpClient;
import dev.switchboard.config.Configuration.Platform;
import dev.switchboard.twilio.LiveHttp;

/** Ways to the outside. */
public final class Connections {

  private Connections() {}

  /** To the platform, or to whatever the configuration names in its place. */
  public static HttpClient http(Platform platform) {
    return platform.apiBase() == null ? LiveHttp.toPlatform() : LiveHttp.to(platform.apiBase());
  }
}
