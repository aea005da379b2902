package dev.partyline.server.config;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.knob.Preset;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.LiveSettings;
import dev.partyline.server.transport.Reach;
import dev.partyline.world.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a file sets up.
 *
 * @param accountSid of the main account
 * @param authToken of the main account
 */
public record Configuration(
    LiveSettings platform, DoorSettings doors, String accountSid, String authToken) {

  /** Ports where nothing says otherwise. */
  public static final int PORT = 8080;

  /** Port of the proxy where nothing says otherwise. */
  public static final int PROXY_PORT = 8081;

  private static final double MOST_SPEED = 10_000;

  /** Without any file: one account, its number and its application. */
  public static Configuration standard() {
    return new Configuration(
        LiveSettings.standard(),
        new DoorSettings("127.0.0.1", PORT, PROXY_PORT, null),
        Account.SID,
        Account.TOKEN);
  }

  /**
   * Reads a file.
   *
   * @throws BadConfiguration with all its mistakes
   * @throws UncheckedIOException when it cannot be read
   */
  public static Configuration read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      String why =
          e instanceof NoSuchFileException
              ? "there is no such file in " + Path.of("").toAbsolutePath()
              : e.toString();
      throw new BadConfiguration(
          file.toString(), List.of(new Problem(1, 1, "this file cannot be read: " + why)));
    }
  }

  /**
   * Reads text.
   *
   * @param name of the file, for messages
   * @throws BadConfiguration with all its mistakes
   */
  public static Configuration parse(String name, String text) {
    List<Problem> problems = new ArrayList<>();
    Configuration read = null;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(name).build();
      Node root = new Compose(settings).composeString(text).orElse(null);
      read = configuration(new Section(problems, "", root));
    } catch (MarkedYamlEngineException broken) {
      Mark mark = broken.getProblemMark().orElse(null);
      problems.add(
          new Problem(
              mark == null ? 1 : mark.getLine() + 1,
              mark == null ? 1 : mark.getColumn() + 1,
              "no YAML: " + broken.getProblem()));
    } catch (YamlEngineException broken) {
      problems.add(new Problem(1, 1, "no YAML: " + broken.getMessage()));
    }
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
      throw new BadConfiguration(name, problems);
    }
    return read;
  }

  private static Configuration configuration(Section root) {
    Owned owned = Owned.read(root);
    LiveSettings standard = LiveSettings.standard();
    Section webhooks = root.section("webhooks");
    Reach reach =
        new Reach(
            rewrites(webhooks.section("rewrite")),
            webhooks.texts("allowHosts"),
            webhooks.flag("verifyTls", false));
    webhooks.done();
    Section server = root.section("server");
    DoorSettings doors =
        new DoorSettings(
            server.has("host") ? server.required("host") : "127.0.0.1",
            (int) server.whole("port", PORT, 0, 65_535),
            (int) server.whole("proxyPort", PROXY_PORT, -1, 65_535),
            server.has("tlsFolder") ? Path.of(server.required("tlsFolder")) : null);
    server.done();
    Section journal = root.section("journal");
    int kept = (int) journal.whole("keep", standard.journalEntries(), 1_000, 50_000_000);
    Path file = journal.has("file") ? Path.of(journal.required("file")) : null;
    journal.done();
    LiveSettings platform =
        new LiveSettings(
            owned,
            knobs(root),
            root.whole("seed", standard.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
            root.positive("speed", standard.speed(), MOST_SPEED),
            reach,
            kept,
            file,
            Phones.read(root),
            List.of(Softphones.read(root), WorkspaceFile.read(root), SyncSetUp.read(root)));
    root.done();
    return new Configuration(platform, doors, owned.main().sid(), owned.main().token());
  }

  private static Map<String, String> rewrites(Section section) {
    Map<String, String> rewrites = section.free();
    rewrites.forEach(
        (from, to) -> {
          if (!from.matches(Owned.URL.pattern())) {
            section.wrongKey(from, "'" + from + "' must be " + Owned.URL_WORDS);
          }
          if (!to.matches(Owned.URL.pattern())) {
            section.wrong(from, "'" + to + "' must be " + Owned.URL_WORDS);
          }
        });
    return rewrites;
  }

  private static Knobs knobs(Section root) {
    List<String> presets = Arrays.stream(Preset.values()).map(Preset::word).toList();
    Knobs knobs = Preset.named(root.word("preset", presets)).knobs();
    Section section = root.section("knobs");
    for (Map.Entry<String, String> setting : section.free().entrySet()) {
      Knob knob;
      try {
        knob = Knob.named(setting.getKey());
      } catch (IllegalArgumentException unknown) {
        section.wrongKey(setting.getKey(), unknown.getMessage());
        continue;
      }
      try {
        knobs = knobs.with(new LinkedHashMap<>(Map.of(knob, setting.getValue())));
      } catch (IllegalArgumentException bad) {
        section.wrong(setting.getKey(), bad.getMessage());
      }
    }
    return knobs;
  }
}
