package dev.partyline.server.proxy;

import dev.partyline.server.http.PlatformHost;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ConnectHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * What a proxy does for the platform's hosts, and refuses for all others. It acts on one connector
 * and lets requests of any other pass.
 */
public final class ProxyHandler extends ConnectHandler {

  private static final int HTTPS = 443;

  private final String connector;
  private final Supplier<Integer> tlsPort;

  /**
   * A proxy.
   *
   * @param connector name of the connector at which it acts
   * @param tlsPort port of the connector that speaks TLS; asked at the first CONNECT
   * @param next answers requests that are for the platform
   */
  public ProxyHandler(String connector, Supplier<Integer> tlsPort, Handler next) {
    super(next);
    this.connector = connector;
    this.tlsPort = tlsPort;
    setIdleTimeout(120_000);
  }

  /** As the one behind it: whatever takes time here is handed to another thread. */
  @Override
  public InvocationType getInvocationType() {
    return getHandler() == null ? InvocationType.NON_BLOCKING : getHandler().getInvocationType();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean here = connector.equals(request.getConnectionMetaData().getConnector().getName());
    if (here) {
      if (HttpMethod.CONNECT.is(request.getMethod())) {
        // the first one has certificates made
        request.getComponents().getExecutor().execute(() -> connect(request, response, callback));
        return true;
      }
      String host = request.getHttpURI().getHost();
      if (PlatformHost.of(host) == null && !isOwn(request, host)) {
        refuse(response, callback, request.getHttpURI().getAuthority());
        return true;
      }
    } else if (HttpMethod.CONNECT.is(request.getMethod())) {
      text(
          response,
          callback,
          405,
          "This is Partyline's plain HTTP port. Its proxy listens at another one; 'partyline serve'"
              + " prints both.");
      return true;
    }
    Handler next = getHandler();
    return next != null && next.handle(request, response, callback);
  }

  private void connect(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable failure) {
      Response.writeError(request, response, callback, failure);
    }
  }

  private static boolean isOwn(Request request, String host) {
    return host != null
        && host.toLowerCase(Locale.ROOT).matches("localhost|127\\.[0-9.]+|\\[?::1]?")
        && request.getHttpURI().getPort() == Request.getLocalPort(request);
  }

  @Override
  protected void handleConnect(
      Request request, Response response, Callback callback, String target) {
    int colon = target.lastIndexOf(':');
    boolean known =
        colon > 0
            && target.substring(colon + 1).equals(Integer.toString(HTTPS))
            && PlatformHost.of(target) != null;
    if (known) {
      super.handleConnect(request, response, callback, target);
    } else {
      refuse(response, callback, target);
    }
  }

  @Override
  protected InetSocketAddress newConnectAddress(String host, int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), tlsPort.get());
  }

  private static void refuse(Response response, Callback callback, String target) {
    text(
        response,
        callback,
        403,
        "Partyline's proxy carries {product}.twilio.com:443 alone and does not connect to "
            + target
            + ". If the application needs that host, name it in NO_PROXY (Java:"
            + " -Dhttp.nonProxyHosts).");
  }

  private static void text(Response response, Callback callback, int status, String message) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Content.Sink.write(response, true, message + "\n", callback);
  }

  /** A connector for TLS at any free port of loopback, not started. */
  public static ServerConnector tls(Server server, HttpConfiguration speech, TlsFiles files) {
    SslContextFactory.Server secrets = new SslContextFactory.Server();
    secrets.setKeyStore(files.hostKeys());
    secrets.setKeyStorePassword(TlsFiles.keyPassword());
    secrets.setSniRequired(false);
    SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
    speech.addCustomizer(secure);
    ServerConnector connector =
        new ServerConnector(
            server,
            1,
            1,
            new SslConnectionFactory(secrets, "http/1.1"),
            new HttpConnectionFactory(speech));
    connector.setName("tls");
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setIdleTimeout(120_000);
    return connector;
  }
}
