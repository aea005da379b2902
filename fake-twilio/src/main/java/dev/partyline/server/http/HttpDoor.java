package dev.partyline.server.http;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** How HTTP is spoken at every door. */
public final class HttpDoor {

  private static final int IDLE_MS = 120_000;

  /**
   * A request is read, answered and written on its selector's thread, so one selector fills one
   * core and no more. More than this many only wait for each other: the world is one.
   */
  private static final int SELECTORS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private HttpDoor() {}

  /** Settings: any path may come, and answers tell nothing of the web server. */
  public static HttpConfiguration speech() {
    HttpConfiguration speech = new HttpConfiguration();
    speech.setUriCompliance(UriCompliance.UNSAFE);
    // some clients name the proxy in the Host header of a CONNECT
    speech.setHttpCompliance(
        HttpCompliance.RFC7230.with("partyline", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
    speech.setRequestHeaderSize(Limits.HEADER_BYTES);
    speech.setSendServerVersion(false);
    speech.setSendXPoweredBy(false);
    speech.setSendDateHeader(true);
    return speech;
  }

  /**
   * A connector for plain HTTP.
   *
   * @param port 0 for any that is free
   */
  public static ServerConnector connector(Server server, String name, String host, int port) {
    ServerConnector connector =
        new ServerConnector(server, 1, SELECTORS, new HttpConnectionFactory(speech()));
    connector.setName(name);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MS);
    connector.setAcceptQueueSize(512);
    return connector;
  }
}
