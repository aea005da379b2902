package dev.partyline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.server.config.Configuration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that serve: their exit codes, their words, and what a child of theirs gets. */
class ServeAndRunTest {

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  private static Ended partyline(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = PartylineCommand.run(words, new PrintWriter(out), new PrintWriter(err));
    return new Ended(code, out.toString(), err.toString());
  }

  @Test
  void unmodified_program_on_the_sdk_reaches_the_platform_and_its_exit_code_is_ours()
      throws Exception {
    Path result = folder.resolve("sid");
    Ended ended =
        partyline(
            "run",
            "--tls-folder",
            folder.resolve("tls").toString(),
            "--",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SdkChild.class.getName(),
            result.toString(),
            "7");
    assertEquals(7, ended.code(), ended.err());
    assertTrue(Files.readString(result).matches("AP[0-9a-f]{32}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serve --prot 1              | Unknown options: '--prot'",
        "serve --port x              | Invalid value for option '--port'",
        "serve --port 70000          | --port is 70000; it must be from 0 to 65535",
        "serve --speed 0             | --speed is 0.0",
        "serve --config nowhere.yaml | nowhere.yaml:1:1: this file cannot be read: there is no such file in ",
        "serve --host no.such.host.invalid | cannot listen at no.such.host.invalid",
        "run --quiet                 | Missing required parameter",
        "run -- /no/such/program     | cannot run '/no/such/program'",
        "run --proxy-port -1 -- true | run needs the proxy",
        "sreve                       | Unmatched argument at index 0: 'sreve'",
      })
  void what_cannot_be_done_ends_with_2_and_says_why(String words, String why) {
    Ended ended = partyline(words.split(" "));
    assertEquals(ExitCode.USAGE, ended.code(), ended.toString());
    assertTrue(ended.err().contains(why), ended.err());
  }

  @Test
  void taken_port_ends_with_2_and_names_the_port() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Ended ended = partyline("serve", "--port", port, "--proxy-port", "0");
      assertEquals(ExitCode.USAGE, ended.code());
      assertTrue(ended.err().contains("127.0.0.1") && ended.err().contains(port), ended.err());
      assertTrue(ended.err().contains("--port 0") || ended.err().contains("0 takes any"));
    }
  }

  @Test
  void bad_file_ends_with_2_and_all_its_mistakes() throws Exception {
    Path file = Files.writeString(folder.resolve("p.yaml"), "sped: 1\nserver:\n  port: x\n");
    Ended ended = partyline("serve", "--config", file.toString());
    assertEquals(ExitCode.USAGE, ended.code());
    assertTrue(ended.err().contains("p.yaml:1:1: unknown key 'sped'"), ended.err());
    assertTrue(ended.err().contains("p.yaml:3:9: 'port' is 'x'"), ended.err());
    assertFalse(ended.err().contains("Exception"), ended.err());
  }

  @Test
  void example_that_is_printed_can_be_loaded() {
    Ended ended = partyline("example");
    assertEquals(ExitCode.GOOD, ended.code());
    assertEquals(8080, Configuration.parse("example", ended.out()).doors().port());
  }

  @Test
  void environment_of_a_child_leads_every_language_to_the_proxy() {
    var configuration = new ServeOptions().configuration(0, 0);
    try (Serving serving = Serving.begin(configuration)) {
      var tls = dev.partyline.server.proxy.TlsFiles.in(folder.resolve("tls"));
      Map<String, String> set =
          ChildEnvironment.of(
              serving,
              tls,
              Map.of("NO_PROXY", "db.internal", "JAVA_TOOL_OPTIONS", "-Xmx64m"),
              ".corp.example");
      String proxy = serving.doors().proxyUrl();
      for (String name : new String[] {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"}) {
        assertEquals(proxy, set.get(name));
      }
      assertEquals("localhost,127.0.0.1,::1,db.internal,.corp.example", set.get("NO_PROXY"));
      assertEquals(set.get("NO_PROXY"), set.get("no_proxy"));
      assertTrue(set.get("JAVA_TOOL_OPTIONS").startsWith("-Xmx64m -Dhttps.proxyHost=127.0.0.1"));
      assertTrue(
          set.get("JAVA_TOOL_OPTIONS")
              .contains("-Dhttp.nonProxyHosts=127.*|[::1]|localhost|db.internal|*.corp.example"));
      for (String name :
          new String[] {
            "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE"
          }) {
        assertTrue(Files.isReadable(Path.of(set.get(name))), name);
      }
      assertEquals(configuration.accountSid(), set.get("TWILIO_ACCOUNT_SID"));
      assertEquals(configuration.authToken(), set.get("TWILIO_AUTH_TOKEN"));
      assertEquals(serving.doors().url(), set.get("PARTYLINE_URL"));
    }
  }
}
