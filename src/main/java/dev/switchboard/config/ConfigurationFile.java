package dev.switchboard.config;

import dev.switchboard.config.Configuration.DatabaseSettings;
import dev.switchboard.config.Configuration.Platform;
import dev.switchboard.people.Password;
import dev.switchboard.people.Person;
import dev.switchboard.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a configuration. */
public final class ConfigurationFile {

  private static final String BASE_URL = "https?://[^/?#\\s]+";
  private static final String ADDRESSES =
      "\\s*[0-9A-Fa-f.:]*[.:][0-9A-Fa-f.:]+(\\s*,\\s*[0-9A-Fa-f.:]*[.:][0-9A-Fa-f.:]+)*\\s*";
  private static final String USUAL_DATABASE = "jdbc:h2:file:./switchboard-data/switchboard";

  private ConfigurationFile() {}

  /**
   * Reads a file.
   *
   * @throws BadConfiguration with all its mistakes
   */
  public static Configuration read(Path file, Map<String, String> environment) {
    try {
      return parse(file.toString(), Files.readString(file), environment);
    } catch (IOException unreadable) {
      throw new BadConfiguration(
          file.toString(),
          List.of(
              new Problem(
                  1,
                  1,
                  "this file cannot be read ("
                      + unreadable.getClass().getSimpleName()
                      + "); 'switchboard sample' prints one to start from")));
    }
  }

  /**
   * Reads text; {@code name} is the file's, for messages.
   *
   * @throws BadConfiguration with all its mistakes
   */
  public static Configuration parse(String name, String text, Map<String, String> environment) {
    Notes notes = new Notes(environment);
    Configuration read = null;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(name).build();
      Node root = new Compose(settings).composeString(text).orElse(null);
      read = configuration(new Entries(notes, "the file", root));
    } catch (MarkedYamlEngineException broken) {
      notes.add(broken.getProblemMark(), "this is no YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      notes.add(Optional.empty(), "this is no YAML: " + broken.getMessage());
    }
    if (!notes.problems().isEmpty()) {
      throw new BadConfiguration(name, notes.problems());
    }
    return read;
  }

  private static Configuration configuration(Entries root) {
    String publicUrl =
        root.required("publicUrl", BASE_URL, "https://host or https://host:port", "https://x");
    Locale language = Locale.forLanguageTag(root.like("language", "en|ja", "en or ja", "en"));
    Entries listen = root.below("listen");
    String host = listen.like("host", "[0-9A-Za-z.:-]+", "a host or an address", "127.0.0.1");
    int port = listen.whole("port", 0, 65_535, 8080);
    String proxies =
        listen.like("trustedProxies", "none|" + ADDRESSES, "addresses with commas between", "none");
    listen.end();
    Platform platform = platform(root.below("platform"));
    DatabaseSettings database = database(root.below("database"));
    Entries offers = root.below("offers");
    boolean acceptOnPage = offers.flag("acceptOnPage", false);
    offers.end();
    Entries sync = root.below("sync");
    boolean documents = sync.flag("documents", false);
    sync.end();
    Entries supervision = root.below("supervision");
    boolean told = supervision.flag("tellAgents", true);
    supervision.end();
    Entries sessions = root.below("sessions");
    int hours = sessions.whole("hours", 1, 168, 12);
    sessions.end();
    List<Person> people = people(root);
    root.end();
    return new Configuration(
        publicUrl,
        host,
        port,
        language,
        platform,
        database,
        acceptOnPage,
        documents,
        told,
        hours,
        people,
        proxies.equals("none") ? List.of() : List.of(proxies.trim().split("\\s*,\\s*")));
  }

  private static Platform platform(Entries platform) {
    Platform read =
        new Platform(
            platform.required("accountSid", "AC[0-9a-f]{32}", "AC and 32 hex digits", ""),
            platform.requiredSecret("authToken"),
            platform.like("apiBase", BASE_URL, "http://host:port, without a path", null),
            platform.required("callerId", "\\+[1-9][0-9]{5,14}", "like \"+81312345678\"", ""),
            platform.whole("ringSeconds", 5, 600, 30),
            platform.flag("detectMachines", false),
            platform.like("twimlAppSid", "AP[0-9a-f]{32}", "AP and 32 hex digits", null));
    platform.end();
    return read;
  }

  private static DatabaseSettings database(Entries database) {
    String url =
        database.like(
            "url",
            "jdbc:(h2|postgresql):.+",
            "jdbc:h2:file:PATH or jdbc:postgresql://HOST/NAME",
            USUAL_DATABASE);
    String user = database.text("user");
    String password = database.secret("password");
    int connections = database.whole("connections", 1, 100, 10);
    database.end();
    return new DatabaseSettings(
        url, user == null ? "" : user, password == null ? "" : password, connections);
  }

  private static List<Person> people(Entries root) {
    List<Person> people = new ArrayList<>();
    for (Entries one : root.each("users")) {
      String name = one.required("name", "[a-z0-9._-]{1,60}", "1 to 60 of a-z 0-9 . _ -", "x");
      Role role = Role.named(one.required("role", Role.WORDS, "one of " + Role.WORDS, "agent"));
      String hash = one.required("passwordHash", ".+", "what 'hash-password' prints", "");
      if (!hash.isEmpty() && !Password.isHash(hash)) {
        one.wrong("passwordHash", "is not what 'switchboard hash-password' prints");
      }
      String shown = one.text("displayName");
      String client = one.like("client", "[A-Za-z0-9_]{1,120}", "1 to 120 of A-Z a-z 0-9 _", null);
      if (people.stream().anyMatch(it -> it.name().equals(name))) {
        one.wrong("name", "is '" + name + "', which another user has");
      }
      one.end();
      people.add(
          new Person(
              name,
              shown == null ? name : shown,
              role,
              client == null ? name.replaceAll("[^a-z0-9]", "_") : client,
              hash));
    }
    return people;
  }
}
