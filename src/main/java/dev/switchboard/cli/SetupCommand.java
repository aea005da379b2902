package dev.switchboard.cli;

import dev.switchboard.config.Configuration;
import dev.switchboard.live.Connections;
import dev.switchboard.people.Person;
import dev.switchboard.people.Role;
import dev.switchboard.twilio.PlatformSetup;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes on the platform what Switchboard needs there. */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description =
        "Makes on the platform what is missing there, and puts right what is different: the TwiML"
            + " application that softphones call, workspace, activities, queue, workflow, workers"
            + " and the Sync service. Asked again it changes nothing.")
final class SetupCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Mixin private ConfigOption config;

  @Spec private CommandSpec spec;

  SetupCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Configuration read = config.read(environment);
    PlatformSetup setup =
        new PlatformSetup(
            Connections.http(read.platform()),
            read.platform().accountSid(),
            read.platform().authToken(),
            read.publicUrl(),
            read.platform().callerId(),
            read.people().stream()
                .filter(it -> it.role() == Role.AGENT)
                .map(Person::client)
                .toList());
    for (PlatformSetup.Thing thing : setup.makeAll()) {
      spec.commandLine()
          .getOut()
          .printf("%-18s %-34s  %s%n", thing.name(), thing.sid(), thing.what());
    }
    return 0;
  }
}
