package dev.partyline.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.directory.Directory;
import dev.partyline.knob.Knob;
import dev.partyline.server.LivePlatform;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration file sets up, and what is said when it is wrong. */
class ConfigurationTest {

  private static String example() throws Exception {
    try (InputStream in = Configuration.class.getResourceAsStream("example.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Problem> problems(String text) {
    return assertThrows(BadConfiguration.class, () -> Configuration.parse("p.yaml", text))
        .problems();
  }

  @Test
  void example_sets_up_what_it_says() throws Exception {
    Configuration read = Configuration.parse("example.yaml", example());
    Directory directory = read.platform().directory().get();

    assertEquals("AC00000000000000000000000000000001", read.accountSid());
    assertEquals(8080, read.doors().port());
    assertEquals(2, directory.accounts().size());
    assertEquals(
        "http://127.0.0.1:3000/softphone",
        directory.voice(directory.dialled("+81345678901")).url());
    assertEquals(
        "AC000000000000000000000000000000a1", directory.dialled("+81345678901").accountSid());
    assertEquals(21216, directory.dialling().refusal("+19005551234"));
    assertTrue(directory.verified(read.accountSid(), "+81355550000"));
    assertEquals("busy", read.platform().phones().get("+819012345678").get(0).does());
    assertEquals(2, read.platform().phones().get("+819012345679").size());
    assertEquals("0", read.platform().knobs().get(Knob.REST_READ_LAG_MS));
    assertEquals(
        "http://127.0.0.1:3000", read.platform().reach().rewrites().get("https://app.example.com"));
    assertNotSame(directory, read.platform().directory().get(), "each reset begins afresh");
  }

  @Test
  void workspace_of_the_file_is_there_with_names_in_place_of_sids() throws Exception {
    try (LivePlatform platform =
        LivePlatform.start(Configuration.parse("example.yaml", example()).platform())) {
      platform.clock().freeze();
      var desk = platform.ask(world -> world.desk().all().get(0)).join();
      var ann = desk.workerNamed("agent_a");

      assertEquals("contact centre", desk.settings().name());
      assertEquals("Available", ann.activity().name());
      assertEquals("client:agent_a", ann.attributes().get("contact_uri"));
      assertEquals(3, ann.channel("chat").capacity());
      assertEquals("Offline", desk.timeoutActivity().name());
      var flow = desk.workflows().iterator().next();
      assertEquals(30, flow.settings().reservationTimeoutSeconds());
      assertEquals(2, flow.plan().filters().get(0).targets().size());
      assertEquals(
          desk.queues().iterator().next().sid(),
          flow.plan().filters().get(0).targets().get(0).queue());
    }
  }

  @Test
  void mistakes_of_a_workspace_are_told_with_their_places() {
    String file =
        """
        workspaces:
          - name: w
            queues:
              - name: q
                workers: level >
            workflows:
              - name: f
                filters:
                  - expression: 1==1
                    targets:
                      - queue: nowhere
              - name: g
            workers:
              - name: ann
                activity: Asleep
                attributes: '{"a":'
        """;
    List<String> told =
        problems(file).stream()
            .map(one -> one.line() + ":" + one.column() + " " + one.text())
            .toList();

    assertEquals(5, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("5:18 'workers': extraneous input"), told.get(0));
    assertTrue(
        told.get(1).startsWith("11:24 there is no queue 'nowhere'; there are q"), told.get(1));
    assertTrue(told.get(2).startsWith("12:9 a workflow needs"), told.get(2));
    assertTrue(told.get(3).contains("'activity' is 'Asleep'"), told.get(3));
    assertTrue(told.get(4).contains("not valid JSON"), told.get(4));
  }

  @Test
  void softphone_of_the_file_is_open_and_registers_after_each_reset() throws Exception {
    String file = "softphones:\n  - identity: agent_a\n    edge: tokyo\n";
    try (LivePlatform platform =
        LivePlatform.start(Configuration.parse("softphones.yaml", file).platform())) {
      for (int i = 0; i < 2; i++) {
        platform.clock().freeze();
        platform.clock().advance(Duration.ofSeconds(1));
        assertEquals(1, platform.ask(world -> world.devices().registered("agent_a").size()).join());
        platform.reset();
      }
    }
  }

  @Test
  void empty_file_is_the_platform_as_documented() {
    Configuration read = Configuration.parse("empty.yaml", "");
    assertEquals("127.0.0.1", read.doors().host());
    assertEquals(1, read.platform().seed());
    assertTrue(read.platform().knobs().differences().isEmpty());
  }

  @Test
  void preset_comes_first_and_knobs_win() {
    Configuration read =
        Configuration.parse(
            "p.yaml", "preset: hostile\nknobs:\n  cb.dropRate: 0\n  limit.restConcurrency: 3\n");
    assertEquals("0", read.platform().knobs().get(Knob.CB_DROP_RATE));
    assertEquals("0.2", read.platform().knobs().get(Knob.CB_DUPLICATE_RATE));
    assertEquals("3", read.platform().knobs().get(Knob.LIMIT_REST_CONCURRENCY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'sped: 2'                                    | 1:1 | unknown key 'sped'; the file can have account,",
        "'speed: fast'                                | 1:8 | a number more than 0",
        "'speed: 0'                                   | 1:8 | a number more than 0",
        "'seed: 1.5'                                  | 1:7 | a whole number",
        "'preset: as2017'                             | 1:9 | one of docs, hostile, as2018",
        "'knobs:\n  conf.nope: 1'                     | 2:3 | no knob 'conf.nope'; there are ",
        "'knobs:\n  cb.dropRate: often'               | 2:16 | cannot be 'often'",
        "'numbers: +81345678900'                      | 1:10 | must be a list",
        "'numbers:\n  - voiceUrl: http://a/'          | 2:5 | needs 'number'",
        "'numbers:\n  - number: 090'                  | 2:13 | E.164",
        "'numbers:\n  - number: \"+81\"\n    voiceUrl: x' | 3:15 | a URL with",
        "'numbers:\n  - number: \"+81\"\n    application: x' | 3:18 | there is no application 'x'",
        "'account:\n  sid: 12'                        | 2:8 | 32 hexadecimal digits",
        "'account: me'                                | 1:10 | must have keys and values",
        "'server:\n  port: 70000'                     | 2:9 | from 0 to 65535",
        "'server:\n  port: 1\n  port: 2'              | 3:3 | twice",
        "'phones:\n  - address: \"+81\"\n    does: sings' | 3:11 | one of answers, busy",
        "'softphones:\n  - edge: tokyo' | 2:5 | needs 'identity'",
        "'softphones:\n  - identity: client:a' | 2:15 | without 'client:'",
        "'softphones:\n  - identity: a\n    edge: jp1' | 3:11 | one of roaming, ashburn",
        "'phones:\n  - address: \"+81\"\n    answeredBy: x' | 2:5 | answeredBy is 'x'",
        "'webhooks:\n  verifyTls: maybe'              | 2:14 | one of false, true",
        "'webhooks:\n  rewrite:\n    a: http://b'     | 3:5 | a URL with",
        "'refuse:\n  - prefix: \"+1\"\n    code: 1'   | 3:11 | cannot be refused with 1",
        "'a: [1'                                      | 1:6 | no YAML",
        "'\tx: 1'                                     | 1:1 | no YAML",
        "'- 1'                                        | 1:1 | must have keys and values",
      })
  void mistake_is_told_with_its_place_and_what_is_allowed(String text, String place, String words) {
    List<Problem> problems = problems(text);
    assertTrue(
        problems.stream()
            .anyMatch(
                problem ->
                    place.equals(problem.line() + ":" + problem.column())
                        && problem.text().contains(words)),
        problems.toString());
  }

  @Test
  void all_mistakes_are_told_at_once_in_the_order_of_the_file() {
    String text = "speed: x\nsped: 1\nserver:\n  port: y\nknobs:\n  a: 1\n";
    assertEquals(List.of(1, 2, 4, 6), problems(text).stream().map(Problem::line).toList());
    BadConfiguration bad =
        assertThrows(BadConfiguration.class, () -> Configuration.parse("p.yaml", text));
    assertTrue(bad.getMessage().startsWith("p.yaml:1:8: 'speed' is 'x'"), bad.getMessage());
    assertEquals(4, bad.getMessage().split(System.lineSeparator()).length);
  }
}
