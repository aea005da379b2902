package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The vendor's Node SDK, where it is there: {@code -Dpartyline.node.modules} names the {@code
 * node_modules} folder that holds the package {@code twilio}.
 */
class NodeSdkTest {

  private static final Path SCRIPT =
      Path.of(System.getProperty("partyline.root", "..")).resolve("fake-twilio/src/test/node");

  @Test
  void node_sdk_creates_reads_pages_updates_deletes_and_reads_errors() throws Exception {
    String modules = System.getProperty("partyline.node.modules", "");
    assumeTrue(
        !modules.isEmpty() && Files.isDirectory(Path.of(modules, "twilio")),
        "no twilio-node; set -Dpartyline.node.modules to a node_modules folder that has it");

    try (LivePlatform platform = LivePlatform.start(LiveSettings.standard());
        Doors door = Doors.open(Doors.api(platform), DoorSettings.plain(), routes -> {})) {
      platform.clock().freeze();
      assertEquals("0 twilio-node is content", run(door.port(), modules));
    }
  }

  private static String run(int port, String modules) throws IOException, InterruptedException {
    ProcessBuilder node =
        new ProcessBuilder("node", SCRIPT.resolve("twilio-node.js").toString())
            .redirectErrorStream(true);
    node.environment().put("NODE_PATH", modules);
    node.environment().put("PARTYLINE_URL", "http://127.0.0.1:" + port);
    node.environment().put("TWILIO_ACCOUNT_SID", Account.SID);
    node.environment().put("TWILIO_AUTH_TOKEN", Account.TOKEN);
    Process process = node.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.exitValue() + " " + output.strip();
  }
}
