package dev.switchboard.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.server.control.ControlApi;
import dev.partyline.world.Account;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Leg;
import dev.switchboard.store.jdbc.Database;
import dev.switchboard.store.jdbc.PostgresServer;
import dev.switchboard.twilio.LiveHttp;
import dev.switchboard.twilio.PlatformSetup;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description = "Many live conversations on two instances, one of which is killed in turn.")
public final class Soak implements Callable<Integer> {

  private static final int CUSTOMERS = 40;
  private static final int TOLD = 5;
  private static final long SETTLE_MS = 120_000;

  @Option(names = "--conversations", description = "At a time; default ${DEFAULT-VALUE}.")
  private int conversations = 200;

  @Option(names = "--seconds", description = "How long calls are made; default ${DEFAULT-VALUE}.")
  private int seconds = 600;

  @Option(names = "--speed", description = "Simulated seconds in one; default ${DEFAULT-VALUE}.")
  private double speed = 10;

  @Option(names = "--kill-every", description = "Seconds; default ${DEFAULT-VALUE}.")
  private int killEvery = 20;

  @Option(
      names = "--machine-seconds",
      description =
          "Real seconds that the machine may take beside the program's own waits, such as to start"
              + " an instance again; default ${DEFAULT-VALUE}.")
  private double machineSeconds = 3;

  @Option(names = "--journal", description = "Write the platform's whole journal here, as NDJSON.")
  private Path journal;

  @Option(names = "--jar", description = "switchboard.jar; default ${DEFAULT-VALUE}.")
  private Path jar = Path.of("src", "target", "switchboard.jar");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private String control;
  private int placed;
  private int refused;
  private int most;

  /** Runs the words; ends the process with 0 when all is as it should be, else 1. */
  public static void main(String[] words) {
    System.exit(new CommandLine(new Soak()).execute(words));
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("switchboard-soak");
    LivePlatform platform = LivePlatform.start(LiveSettings.standard().atSpeed(speed));
    try (PostgresServer postgres =
            PostgresServer.start()
                .orElseThrow(() -> new IllegalArgumentException("there is no PostgreSQL here"));
        Doors doors =
            Doors.open(
                platform,
                new DoorSettings("127.0.0.1", 0, -1, null),
                new ControlApi(platform)::addTo);
        Witness witness = new Witness(platform);
        Balancer balancer = new Balancer();
        Database database = Database.open(postgres.url(), "switchboard", "", 2)) {
      control = doors.url() + "/_partyline";
      String application =
          new PlatformSetup(
                  LiveHttp.to(doors.url()),
                  Account.SID,
                  Account.TOKEN,
                  balancer.url(),
                  Account.NUMBER,
                  List.of())
              .makeAll()
              .get(0)
              .sid();
      scriptPhones();
      // waits of the program are as much shorter as the platform is faster
      String clock = speed + "@" + System.currentTimeMillis();
      String configuration = configuration(balancer, doors, postgres);
      try (Program one = new Program(jar, folder, "one", configuration, clock);
          Program two = new Program(jar, folder, "two", configuration, clock)) {
        balancer.to(List.of(one.port(), two.port()));
        awaitReady(one);
        awaitReady(two);
        int kills = run(application, List.of(one, two));
        return judge(database, witness, balancer, kills, List.of(one, two));
      }
    } finally {
      platform.close();
      System.out.println("Logs of both instances: " + folder);
    }
  }

  private static String configuration(Balancer balancer, Doors doors, PostgresServer postgres) {
    return """
        publicUrl: %s
        listen: {port: PORT}
        platform:
          accountSid: %s
          authToken: ${SOAK_TOKEN}
          apiBase: %s
          callerId: "+81345678900"
        database: {url: "%s", user: switchboard, connections: 10}
        """
        .formatted(balancer.url(), Account.SID, doors.url(), postgres.url());
  }

  private void scriptPhones() throws IOException, InterruptedException {
    for (int i = 0; i < CUSTOMERS; i++) {
      String does = i % 8 == 0 ? "busy" : i % 8 == 1 ? "no-answer" : "answers";
      String script =
          "{\"does\":\"%s\",\"actsAfterMs\":%d,\"endsAfterMs\":%d}"
              .formatted(does, 1000 + 400 * i, 20_000 + 4_000 * i);
      ask("PUT", "/phones/" + URLEncoder.encode(number(i), StandardCharsets.UTF_8), script);
    }
  }

  private static String number(int customer) {
    return "+8190100" + (10_000 + customer % CUSTOMERS);
  }

  /** One that is killed before the other is back would leave none, which is another experiment. */
  private boolean isReady(Program program) throws InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + program.port() + "/ready");
    try {
      HttpRequest request = HttpRequest.newBuilder(ready).build();
      return client.send(request, BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void awaitReady(Program program) throws IOException, InterruptedException {
    for (int i = 0; i < 300; i++) {
      if (isReady(program)) {
        return;
      }
      if (!program.isAlive()) {
        break;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("an instance does not start: " + program.lastWords());
  }

  private int run(String application, List<Program> programs) throws Exception {
    long began = System.currentTimeMillis();
    int kills = 0;
    while (System.currentTimeMillis() - began < seconds * 1000L) {
      long round = System.currentTimeMillis();
      keepBusy(application);
      if (System.currentTimeMillis() - began > (kills + 1) * killEvery * 1000L) {
        Program victim = programs.get(kills % programs.size());
        Program other = programs.get((kills + 1) % programs.size());
        if (isReady(other)) {
          kills++;
          victim.kill();
          victim.start();
          System.out.printf(
              "%4d s  %d calls placed, %d at a time, instance killed and started again%n",
              (System.currentTimeMillis() - began) / 1000, placed, most);
        }
      }
      Thread.sleep(Math.max(50, 500 - (System.currentTimeMillis() - round)));
    }
    return kills;
  }

  private void keepBusy(String application) throws Exception {
    Set<String> busy = new TreeSet<>();
    for (JsonNode call : ask("GET", "/calls", null)) {
      busy.add(call.path("from").asText().replaceFirst("^client:", ""));
    }
    List<String> idle = new ArrayList<>();
    for (int i = 1; i <= conversations; i++) {
      if (!busy.contains("agent_" + i)) {
        idle.add("agent_" + i);
      }
    }
    most = Math.max(most, conversations - idle.size());
    for (String agent : idle.subList(0, Math.min(40, idle.size()))) {
      String body =
          "{\"client\":\"%s\",\"application\":\"%s\",\"parameters\":{\"To\":\"%s\"}}"
              .formatted(agent, application, number(placed * 7));
      JsonNode answer = ask("POST", "/calls", body);
      placed++;
      refused += answer.has("error") ? 1 : 0;
    }
  }

  /** Waits until everybody has gone, and compares what is believed with what is. */
  private int judge(
      Database database, Witness witness, Balancer balancer, int kills, List<Program> programs)
      throws Exception {
    long began = System.currentTimeMillis();
    Set<String> truth;
    Set<String> believed;
    do {
      Thread.sleep(1000);
      truth = new TreeSet<>();
      for (JsonNode call : ask("GET", "/calls", null)) {
        truth.add(call.path("sid").asText());
      }
      believed = new TreeSet<>();
      for (Conversation open : database.conversations().open()) {
        open.legs().stream().filter(Leg::isLive).map(Leg::sid).forEach(believed::add);
      }
    } while (!(truth.isEmpty() && believed.isEmpty())
        && System.currentTimeMillis() - began < SETTLE_MS);
    System.out.printf(
        "%d calls placed (%d refused), %d at a time at most, speed %.0f, %d kills; %d webhooks,"
            + " %d of them lost with their instance%n",
        placed, refused, most, speed, kills, balancer.handled(), balancer.broken());
    System.out.printf(
        "after %d s of quiet: %d live calls on the platform, %d believed live, %d open"
            + " conversations%n",
        (System.currentTimeMillis() - began) / 1000,
        truth.size(),
        believed.size(),
        database.conversations().open().size());
    witness.close();
    if (journal != null) {
      witness.write(journal);
    }
    long limitMs = Laws.STANDARD_LIMIT_MS + Math.round(machineSeconds * speed * 1000);
    boolean lawful = tell(witness, balancer, limitMs);
    boolean good = lawful && truth.equals(believed) && truth.isEmpty();
    System.out.println(
        truth.equals(believed) && truth.isEmpty()
            ? "The call list is what the platform knows."
            : "NOT EQUAL: " + truth + " and " + believed);
    for (Program program : programs) {
      if (!program.isAlive()) {
        System.out.println("An instance has ended by itself: " + program.lastWords());
        good = false;
      }
    }
    return good ? 0 : 1;
  }

  /**
   * Says what the laws say; true when all hold. Their limits are meant for people, whose seconds
   * pass faster here; what the machine takes for its own work does not become shorter by that. And
   * a request that was under way in an instance as it was killed cannot be answered by it.
   */
  private boolean tell(Witness witness, Balancer balancer, long limitMs) {
    boolean lawful = true;
    System.out.printf(
        "%d entries of the journal, judged with limits of %d s: 30 s, and %.1f s of the machine%n",
        witness.entries(), limitMs / 1000, machineSeconds);
    for (Map.Entry<String, Verdict> law : witness.judge(limitMs).entrySet()) {
      List<Violation> violations = new ArrayList<>(law.getValue().violations());
      if (law.getKey().equals("ANSWERED")) {
        violations.removeIf(it -> it.sentence().contains("with HTTP 502"));
      }
      lawful &= violations.isEmpty();
      System.out.printf(
          "  %s %s%n",
          law.getKey(),
          violations.isEmpty()
              ? law.getValue().standing() == Verdict.Standing.NOT_EXERCISED
                  ? "not exercised"
                  : "held"
              : violations.size() + " times broken");
      violations.stream().limit(TOLD).forEach(it -> System.out.println("    " + it.sentence()));
    }
    System.out.println(
        witness
            .longestAlone()
            .map(it -> "At most alone: " + Witness.lasted(it) / 1000 + " s; " + it.sentence())
            .orElse("Nobody was ever alone."));
    System.out.printf(
        "Slowest answer of an instance: %d ms, of a hundred the slowest %d ms%n",
        balancer.slowestMs(100), balancer.slowestMs(99));
    return lawful;
  }

  private JsonNode ask(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(control + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return json.readTree(client.send(request, BodyHandlers.ofString()).body());
  }
}
