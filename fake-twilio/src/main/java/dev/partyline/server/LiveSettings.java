package dev.partyline.server;

import dev.partyline.directory.Directory;
import dev.partyline.knob.Knobs;
import dev.partyline.phone.PhoneScript;
import dev.partyline.server.transport.Reach;
import dev.partyline.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a live platform is made of.
 *
 * @param directory makes the accounts, numbers and applications it begins with; asked again at each
 *     reset
 * @param knobs how the platform behaves where that is not known, and its faults
 * @param seed what delays are drawn from
 * @param speed how many simulated seconds pass in a real one; more than 0
 * @param reach where webhooks may go
 * @param journalEntries how many entries of the journal are kept in memory, at least 1,000
 * @param journalFile where every entry is written as NDJSON; null for nowhere
 * @param phones what people do when they are called, by address; the last script of an address is
 *     for all later calls
 * @param furnishing what else is put into each fresh world before time moves, in this order
 */
public record LiveSettings(
    Supplier<Directory> directory,
    Knobs knobs,
    long seed,
    double speed,
    Reach reach,
    int journalEntries,
    Path journalFile,
    Map<String, List<PhoneScript>> phones,
    List<Consumer<World>> furnishing) {

  /** Without people. */
  public LiveSettings(
      Supplier<Directory> directory,
      Knobs knobs,
      long seed,
      double speed,
      Reach reach,
      int journalEntries,
      Path journalFile) {
    this(directory, knobs, seed, speed, reach, journalEntries, journalFile, Map.of(), List.of());
  }

  /** One account with its number and application; webhooks to loopback alone. */
  public static LiveSettings standard() {
    return new LiveSettings(
        () -> dev.partyline.world.Account.directory("http://127.0.0.1:3000/voice", null),
        Knobs.standard(),
        1,
        1,
        Reach.LOOPBACK,
        200_000,
        null);
  }

  /** The same with another directory. */
  public LiveSettings with(Supplier<Directory> other) {
    return new LiveSettings(
        other, knobs, seed, speed, reach, journalEntries, journalFile, phones, furnishing);
  }

  /** The same with other knobs. */
  public LiveSettings with(Knobs others) {
    return new LiveSettings(
        directory, others, seed, speed, reach, journalEntries, journalFile, phones, furnishing);
  }

  /** The same with another reach. */
  public LiveSettings with(Reach other) {
    return new LiveSettings(
        directory, knobs, seed, speed, other, journalEntries, journalFile, phones, furnishing);
  }

  /** The same with another seed. */
  public LiveSettings withSeed(long other) {
    return new LiveSettings(
        directory, knobs, other, speed, reach, journalEntries, journalFile, phones, furnishing);
  }

  /** The same at another speed. */
  public LiveSettings atSpeed(double other) {
    return new LiveSettings(
        directory, knobs, seed, other, reach, journalEntries, journalFile, phones, furnishing);
  }
}
