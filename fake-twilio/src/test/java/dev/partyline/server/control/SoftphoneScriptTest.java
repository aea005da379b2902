package dev.partyline.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The softphone that a page or a script gets from the platform. */
class SoftphoneScriptTest {

  private static final String TWO_TALK =
      """
      import { Softphone } from './softphone.mjs';
      const a = await Softphone.open(process.argv[2], { identity: 'agent_a' });
      const b = await Softphone.open(process.argv[2], { identity: 'agent_b' });
      b.on('incoming', () => b.accept());
      await b.once('registered');
      await a.connect({ ticket: '7' });
      const answered = await b.once('accept');
      await b.hangUp();
      await a.once('disconnect');
      console.log(answered.event, answered.identity);
      await a.connect({}).then(() => a.digits('x')).catch((refused) => console.log(refused.message));
      await a.close();
      await b.close();
      """;

  private Javalin application;
  private LivePlatform platform;
  private Doors door;

  @BeforeEach
  void open() {
    application =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post(
                      "/voice",
                      context ->
                          context
                              .contentType("text/xml")
                              .result(
                                  "<Response><Dial><Client>agent_b</Client></Dial></Response>"));
                })
            .start("127.0.0.1", 0);
    String voice = "http://127.0.0.1:" + application.port() + "/voice";
    platform =
        LivePlatform.start(LiveSettings.standard().with(() -> Account.directory(voice, null)));
    door = Doors.open(platform, "127.0.0.1", 0, new ControlApi(platform)::addTo);
  }

  @AfterEach
  void close() {
    door.close();
    platform.close();
    application.stop();
  }

  private HttpResponse<String> script() throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + door.port() + "/_partyline/softphone.js"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void script_is_served_as_a_module() throws Exception {
    HttpResponse<String> answer = script();

    assertEquals(200, answer.statusCode());
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/javascript"));
    assertTrue(answer.body().contains("export class Softphone"));
  }

  @Test
  void two_softphones_of_a_script_talk_to_each_other(@TempDir Path folder) throws Exception {
    assumeTrue(hasNode(), "there is no node from 18 on");
    Files.writeString(folder.resolve("softphone.mjs"), script().body());
    Files.writeString(folder.resolve("talk.mjs"), TWO_TALK);

    Process node =
        new ProcessBuilder("node", "talk.mjs", "http://127.0.0.1:" + door.port())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    boolean over = node.waitFor(60, TimeUnit.SECONDS);
    node.destroyForcibly();

    String out = Files.readString(folder.resolve("out.txt"));
    assertTrue(over, out);
    assertEquals(
        "accept agent_b\nkeys are made of 0-9, A-D, # and *, not 'x'\n", out.replace("\r", ""));
  }

  private static boolean hasNode() throws InterruptedException {
    try {
      Process version = new ProcessBuilder("node", "--version").start();
      String text =
          new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      version.waitFor();
      return text.matches("v(1[89]|[2-9][0-9])\\..*");
    } catch (IOException none) {
      return false;
    }
  }
}
