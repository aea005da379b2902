package dev.partyline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Goes through every order of events of a bounded flow. */
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    description = "Goes through every order of events of one busy call, within bounds.")
final class OrdersCommand implements Callable<Integer> {

  private final Workbench workbench;

  @Spec private CommandSpec spec;

  OrdersCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    throw new UnsupportedOperationException(workbench + " " + spec);
  }
}
