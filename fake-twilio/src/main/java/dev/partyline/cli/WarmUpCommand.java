package dev.partyline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Does once what a server does, so that its classes are loaded; for making an archive. */
@Command(name = "warm-up", hidden = true, description = "Loads classes and ends.")
final class WarmUpCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    var configuration = new ServeOptions().configuration(0, 0);
    try (Serving serving = Serving.begin(configuration)) {
      String account = "/2010-04-01/Accounts/" + configuration.accountSid();
      String url = serving.doors().url();
      String basic =
          Base64.getEncoder()
              .encodeToString(
                  (configuration.accountSid() + ":" + configuration.authToken())
                      .getBytes(StandardCharsets.UTF_8));
      ask(url + account + "/Calls.json", basic, null);
      ask(
          url + account + "/Conferences/warm/Participants.json",
          basic,
          "From=%2B81345678900&To=%2B819000000000");
      ask(url + "/nowhere", null, null);
      ask(url + "/_partyline", null, null);
      serving.doors().tlsFiles();
    }
    return ExitCode.GOOD;
  }

  private static void ask(String url, String basic, String form) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    if (basic != null) {
      connection.setRequestProperty("Authorization", "Basic " + basic);
    }
    if (form != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream in =
        connection.getResponseCode() < 400
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      if (in != null) {
        in.readAllBytes();
      }
    }
  }
}
