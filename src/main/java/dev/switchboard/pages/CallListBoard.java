package dev.switchboard.pages;

import dev.switchboard.calllist.CallLine;
import dev.switchboard.calllist.LiveCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The live calls of all instances; read anew a few times a second, however many look. */
public final class CallListBoard implements Board {

  private static final Duration FRESH = Duration.ofMillis(200);

  private final LiveCalls calls;
  private final InstantSource clock;
  private final AtomicReference<Snapshot> last = new AtomicReference<>();

  public CallListBoard(LiveCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  private record Snapshot(Instant until, List<CallView> calls) {}

  @Override
  public List<CallView> calls() {
    Instant now = clock.instant();
    Snapshot snapshot = last.get();
    if (snapshot != null && now.isBefore(snapshot.until())) {
      return snapshot.calls();
    }
    List<CallView> views = calls.lines().stream().map(CallListBoard::view).toList();
    last.set(new Snapshot(now.plus(FRESH), views));
    return views;
  }

  private static CallView view(CallLine line) {
    Optional<CallLine.Person> colleague =
        line.people().stream().filter(it -> it.role().equals("colleague")).findFirst();
    return new CallView(
        line.id(),
        line.agentLeg(),
        client(line.agent()),
        line.customer(),
        line.since(),
        line.state(),
        line.muted(),
        line.people().stream()
            .filter(it -> it.role().equals("supervisor"))
            .map(it -> new CallView.Listener(client(it.address()), mode(it.does())))
            .toList(),
        line.alert(),
        colleague
            .map(it -> new CallView.Colleague(it.address(), it.callSid(), it.does()))
            .orElse(null));
  }

  private static String client(String address) {
    return address.startsWith("client:") ? address.substring("client:".length()) : address;
  }

  /** What the people of the list do is told in the words of the buttons that lead there. */
  private static String mode(String does) {
    return switch (does) {
      case "rings" -> "ring";
      case "whispers" -> "whisper";
      case "talks" -> "barge";
      default -> "listen";
    };
  }
}
