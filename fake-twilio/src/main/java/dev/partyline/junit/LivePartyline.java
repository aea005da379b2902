package dev.partyline.junit;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.knob.Preset;
import dev.partyline.law.Laws;
import dev.partyline.law.Verdict;
import dev.partyline.phone.PhoneScript;
import dev.partyline.report.Story;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LiveClock;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.server.config.Configuration;
import dev.partyline.server.control.ControlApi;
import dev.partyline.telephony.Call;
import dev.partyline.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The platform of one live test: where it is reached, its people and its clock, and what happened.
 * Safe to use from any thread.
 */
public final class LivePartyline implements AutoCloseable {

  private final Configuration configuration;
  private final LivePlatform platform;
  private final Doors doors;

  LivePartyline(Live settings) {
    this.configuration =
        settings.config().isEmpty()
            ? Configuration.standard()
            : Configuration.read(Path.of(settings.config()));
    LiveSettings live = configuration.platform().withSeed(settings.seed());
    if (!settings.preset().isEmpty()) {
      live = live.with(Preset.named(settings.preset()).knobs());
    }
    live = live.with(KnobTexts.turned(live.knobs(), settings.knobs()));
    live = settings.speed() == 0 ? live : live.atSpeed(settings.speed());
    this.platform = LivePlatform.start(live);
    this.doors =
        Doors.open(
            platform,
            settings.proxy() ? DoorSettings.both() : DoorSettings.plain(),
            new ControlApi(platform)::addTo);
  }

  /** Base URL of the plain HTTP door, without a slash at the end. */
  public String url() {
    return doors.url();
  }

  /** Port of the plain HTTP door. */
  public int port() {
    return doors.port();
  }

  /**
   * URL of the CONNECT proxy.
   *
   * @throws IllegalStateException when the annotation does not open it
   */
  public String proxyUrl() {
    if (doors.proxyPort() < 0) {
      throw new IllegalStateException("there is no proxy: write @Live(proxy = true)");
    }
    return doors.proxyUrl();
  }

  /** SID of the account. */
  public String accountSid() {
    return configuration.accountSid();
  }

  /** Its auth token; of this fake, safe to show. */
  public String authToken() {
    return configuration.authToken();
  }

  /** Time: freeze, advance, speed up, run until quiet. */
  public LiveClock clock() {
    return platform.clock();
  }

  /** How somebody behaves at their first call, their second, …; the last goes on. */
  public void phone(String address, PhoneScript... calls) {
    ask(
        world -> {
          world.phones().book().put(address, List.of(calls));
          return null;
        });
  }

  /**
   * Somebody dials a number of the account.
   *
   * @throws IllegalArgumentException when nobody owns the number
   */
  public Call dials(String from, String to) {
    return ask(world -> world.arriveFrom(from, to, null));
  }

  /** A client connects to a TwiML application with parameters. */
  public Call connects(String identity, String application, Map<String, String> parameters) {
    return ask(world -> world.connect(identity, application, parameters));
  }

  /** Whoever is at the far end of a leg hangs up. */
  public void hangsUp(Call call) {
    ask(
        world -> {
          world.hangUpFarEnd(call);
          return null;
        });
  }

  /** Asks the platform something, or tells it something, at this instant. */
  public <T> T ask(Function<World, T> question) {
    try {
      return platform.ask(question).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /**
   * Lets time jump until nothing is left to happen and the application has answered everything.
   *
   * @param most simulated time, at the most
   * @return names of what is still due; empty when all is quiet
   */
  public List<String> untilQuiet(Duration most) {
    return platform.clock().runUntilQuiet(most);
  }

  /** Everything that happened so far, as far as it is kept. */
  public Journal journal() {
    Journal journal = new Journal();
    for (Entry entry : platform.entries(0, Long.MAX_VALUE)) {
      journal.add(entry.at(), entry.what());
    }
    return journal;
  }

  /** All happenings of a kind so far, oldest first. */
  public <T extends Happening> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Entry entry : platform.entries(0, Long.MAX_VALUE)) {
      if (kind.isInstance(entry.what())) {
        found.add(kind.cast(entry.what()));
      }
    }
    return found;
  }

  /** What happened so far, in a few sentences. */
  public List<String> story() {
    return Story.of(journal(), null, 100).stream().map(Story.Line::sentence).toList();
  }

  /** What the laws say so far, by law id. */
  public Map<String, Verdict> verdicts() {
    return Laws.judge(journal());
  }

  String seed() {
    return Long.toString(platform.settings().seed());
  }

  @Override
  public void close() {
    doors.close();
    platform.close();
  }
}
