package dev.switchboard.pages;

import dev.switchboard.web.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Style, script and icon, out of the jar; nothing is fetched from elsewhere. */
final class Assets {

  private static final String HTMX = "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

  private final Map<String, Answer> answers = new LinkedHashMap<>();

  Assets() {
    String own = "dev/switchboard/pages/assets/";
    put("page.css", "text/css; charset=utf-8", own + "page.css");
    put("page.js", "text/javascript; charset=utf-8", own + "page.js");
    put("icon.svg", "image/svg+xml", own + "icon.svg");
    put(
        "htmx.js",
        "text/javascript; charset=utf-8",
        "META-INF/resources/webjars/htmx.org/" + htmxVersion() + "/dist/htmx.min.js");
  }

  Optional<Answer> at(String path) {
    return Optional.ofNullable(answers.get(path));
  }

  private void put(String name, String type, String resource) {
    answers.put("/assets/" + name, new Answer(200, type, read(resource)));
  }

  private static String htmxVersion() {
    Properties properties = new Properties();
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(HTMX)) {
      properties.load(in);
    } catch (IOException missing) {
      throw new UncheckedIOException("htmx is missing in this jar", missing);
    }
    return properties.getProperty("version");
  }

  private static String read(String resource) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(resource + " is missing in this jar", missing);
    }
  }
}
