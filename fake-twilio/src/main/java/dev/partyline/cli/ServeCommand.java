package dev.partyline.cli;

import dev.partyline.server.http.ApiHandler;
import dev.partyline.server.proxy.TlsFiles;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Serves the platform by the wall clock until Ctrl-C, which ends it with exit code 130"
            + " (143 when it is told to end by SIGTERM).")
final class ServeCommand implements Callable<Integer> {

  @Mixin private ServeOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Serving serving = Serving.begin(options.configuration());
    Screen screen = new Screen(spec.commandLine().getOut());
    tell(screen, serving);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  serving.close();
                  screen.line("Stopped.");
                },
                "partyline-stop"));
    if (serving.doors().proxyPort() >= 0) {
      makeCertificates(screen, serving);
    }
    new CountDownLatch(1).await();
    return ExitCode.GOOD;
  }

  private static void tell(Screen screen, Serving serving) {
    String http = serving.doors().url();
    screen.line(
        "Partyline %s, a simulated Twilio: nothing is real, nobody is called.", Version.here());
    screen.line("  account SID  %s", serving.configuration().accountSid());
    screen.line("  auth token   %s", serving.configuration().authToken());
    screen.line("  HTTP         %s", http);
    boolean proxy = serving.doors().proxyPort() >= 0;
    screen.line("  proxy        %s", proxy ? serving.doors().proxyUrl() : "none");
    screen.line("  control      %s%s", http, ApiHandler.OWN);
    screen.line("Three ways to point an application here:");
    screen.line("  1. change its base URL: %s in place of https://api.twilio.com", http);
    screen.line(
        "  2. set its proxy: HTTPS_PROXY=%s and trust %s",
        proxy ? serving.doors().proxyUrl() : "(none)",
        (serving.configuration().doors().tlsFolder() == null
                ? TlsFiles.usual()
                : serving.configuration().doors().tlsFolder().toAbsolutePath())
            .resolve("ca.pem"));
    screen.line("  3. let Partyline set everything and start it: partyline run -- <command>");
    screen.line(
        "Ready after %s. Ctrl-C stops.",
        String.format(
            java.util.Locale.ROOT,
            "%.2f s",
            (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0));
  }

  /** After everything else, because that is slow when it is the first time. */
  private static void makeCertificates(Screen screen, Serving serving) {
    Thread thread =
        new Thread(
            () -> {
              try {
                serving.doors().tlsFiles();
              } catch (RuntimeException failed) {
                screen.line("The proxy has no certificate: %s", failed.getMessage());
              }
            },
            "partyline-certificates");
    thread.setDaemon(true);
    thread.start();
  }
}
