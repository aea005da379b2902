package dev.partyline.server.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import dev.partyline.behaviour.Pins;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client with nothing but proxy settings and a trust store. */
class ProxyDoorTest {

  @TempDir static Path folder;

  private static LivePlatform platform;
  private static Doors doors;

  @BeforeAll
  static void open() {
    platform = LivePlatform.start(LiveSettings.standard());
    doors =
        Doors.open(
            platform, new DoorSettings("127.0.0.1", 0, 0, folder.resolve("tls")), routes -> {});
  }

  @AfterAll
  static void close() {
    doors.close();
    platform.close();
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore known = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static TwilioRestClient client(String region, String edge) throws Exception {
    HttpClientBuilder builder =
        HttpClientBuilder.create()
            .setProxy(new HttpHost("127.0.0.1", doors.proxyPort()))
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setTlsSocketStrategy(
                        new DefaultClientTlsStrategy(trusting(doors.tlsFiles().trustStore())))
                    .build());
    return new TwilioRestClient.Builder(Account.SID, Account.TOKEN)
        .region(region)
        .edge(edge)
        .httpClient(new NetworkHttpClient(builder))
        .build();
  }

  private static String raw(String text) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), doors.proxyPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Test
  @Pins("REST-14")
  void sdk_of_the_vendor_needs_proxy_and_trust_store_alone() throws Exception {
    for (String[] place : new String[][] {{null, null}, {"ie1", "dublin"}, {"jp1", null}}) {
      TwilioRestClient client = client(place[0], place[1]);
      Application made = Application.creator().setFriendlyName("through a proxy").create(client);
      assertEquals(
          "through a proxy", Application.fetcher(made.getSid()).fetch(client).getFriendlyName());
      assertTrue(Application.deleter(made.getSid()).delete(client));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com:443",
        "api.twilio.com:80",
        "api.twilio.com.evil.example:443",
        "eviltwilio.com:443",
        "twilio.com:443",
        "127.0.0.1:22",
        "a.b.c.d.twilio.com:443",
        "api..twilio.com:443"
      })
  void other_targets_are_refused_in_words(String target) throws Exception {
    String answer = raw("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
    assertTrue(answer.contains("NO_PROXY"), answer);
  }

  @Test
  void plain_requests_through_the_proxy_reach_the_platform_and_nobody_else() throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((Account.SID + ":" + Account.TOKEN).getBytes(StandardCharsets.UTF_8));
    String path = "/2010-04-01/Accounts/" + Account.SID + "/Calls.json";
    String rest = "\r\nAuthorization: Basic " + basic + "\r\nConnection: close\r\n\r\n";
    String answer =
        raw("GET http://api.twilio.com" + path + " HTTP/1.1\r\nHost: api.twilio.com" + rest);
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    answer = raw("GET http://api.twilio.com" + path + " HTTP/1.1\r\nHost: 127.0.0.1:1" + rest);
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    answer = raw("CONNECT api.twilio.com:443 HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    answer = raw("GET http://example.com/ HTTP/1.1\r\nHost: example.com" + rest);
    assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
    answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + doors.proxyPort() + rest);
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
  }

  @Test
  void connect_at_the_plain_port_says_where_the_proxy_is() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), doors.port())) {
      socket
          .getOutputStream()
          .write(
              "CONNECT api.twilio.com:443 HTTP/1.1\r\nHost: api.twilio.com:443\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 405", new String(answer, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void trust_store_and_bundle_hold_the_usual_authorities_and_ours() throws Exception {
    TlsFiles files = doors.tlsFiles();
    KeyStore store = KeyStore.getInstance(files.trustStore().toFile(), "changeit".toCharArray());
    assertTrue(store.isCertificateEntry("partyline"));
    assertTrue(store.size() > 1);
    String bundle = Files.readString(files.bundle());
    assertEquals(store.size(), bundle.split("BEGIN CERTIFICATE", -1).length - 1);
    assertTrue(bundle.contains(Files.readString(files.authority())));
  }

  @Test
  void files_are_kept_and_made_anew_when_one_is_lost() throws Exception {
    Path own = folder.resolve("kept");
    String first = Files.readString(TlsFiles.in(own).authority());
    assertEquals(first, Files.readString(TlsFiles.in(own).authority()));
    Files.delete(TlsFiles.in(own).bundle());
    assertFalse(first.equals(Files.readString(TlsFiles.in(own).authority())));
    assertEquals(4, own.toFile().list().length);
  }
}
