package dev.partyline.phone;

import dev.partyline.journal.PhoneAction;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Greeting;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Plays the far end of legs that the platform dials (CALL-48, CALL-49). */
public final class FarEnd {

  /** What a dialled person does; the first is what the typical run has. */
  public static final List<String> DOES =
      List.of("answers", "busy", "busy-after-ringing", "rejects", "no-answer", "fails");

  private static final List<String> MOSTLY_ANSWERS =
      List.of(
          "answers",
          "answers",
          "answers",
          "answers",
          "answers",
          "answers",
          "answers",
          "busy",
          "busy-after-ringing",
          "rejects",
          "no-answer",
          "fails");

  /** Machines answer for many, and a few people do. */
  private static final List<String> OFTEN_MACHINES =
      List.of("machine", "machine", "machine", "answers", "answers", "no-answer", "busy");

  /** Who answers when machine detection listens. */
  public static final List<String> ANSWERED_BY =
      List.of("human", "machine", "fax", "nobody-speaks");

  private static final Span TO_GREETING = Span.of(200, 500, 3_000);
  private static final Span PERSON_SPEAKS = Span.of(300, 1_000, 3_500);
  private static final Span MACHINE_SPEAKS = Span.of(2_000, 8_000, 20_000);
  private static final Span AT_ONCE = Span.of(0, 50, 300);
  private static final Span TO_BUSY = Span.of(100, 400, 5_000);
  private static final Span TO_RINGING = Span.of(300, 800, 4_000);
  private static final Span TO_ANSWER = Span.of(1_000, 6_000, 25_000);
  private static final Span TO_DECLINE = Span.of(500, 3_000, 10_000);
  private static final Span TALK = Span.of(0, 20_000, 30_000);
  private static final Span LONG_TALK = Span.of(0, 30_000, 120_000);
  private static final Span HOURS_OF_TALK = Span.of(0, 30_000, 18_000_000);
  private static final Span RECORDS = Span.of(40_000, 60_000, 120_000);

  private final Simulation simulation;
  private final Line line;
  private final long ringBufferMs;
  private final PhoneBook book = new PhoneBook();
  private final Map<String, ScriptedLeg> playing = new LinkedHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final Set<String> machines = new LinkedHashSet<>();
  private final LongSupplier mediaTimeoutMs;
  private List<String> does = DOES;
  private Span talk = TALK;

  /**
   * Plays for this line.
   *
   * @param ringBufferMs what the platform adds to a ring timeout (CALL-27)
   * @param mediaTimeoutMs how long the platform bears a phone that has vanished; 0 for ever
   */
  public FarEnd(Simulation simulation, Line line, long ringBufferMs, LongSupplier mediaTimeoutMs) {
    this.mediaTimeoutMs = mediaTimeoutMs;
    this.simulation = simulation;
    this.line = line;
    this.ringBufferMs = ringBufferMs;
  }

  /** From now on most people answer and talk long, for stories that begin when they talk. */
  public void mostlyAnswer() {
    does = MOSTLY_ANSWERS;
    talk = LONG_TALK;
  }

  /** From now on answering machines are often what picks up. */
  public void oftenMachines() {
    does = OFTEN_MACHINES;
    talk = LONG_TALK;
  }

  /** From now on people answer, and may talk for five hours. */
  public void talkForHours() {
    does = List.of("answers");
    talk = HOURS_OF_TALK;
  }

  /** The phones that have a script. */
  public PhoneBook book() {
    return book;
  }

  /** A leg of somebody's phone is being dialled. */
  public void dialled(Call call) {
    String leg = call.origin().leg();
    PhoneScript script = book.take(call.origin().to());
    if (script != null) {
      ScriptedLeg scripted = new ScriptedLeg(this, call, script);
      playing.put(call.sid(), scripted);
      scripted.dialled();
      return;
    }
    String what = simulation.pick(leg + ".does", does);
    switch (what) {
      case "busy" -> later(call, ".busy", TO_BUSY, CallStatus.BUSY, 486, PhoneAction.IS_BUSY);
      case "fails" -> later(call, ".fails", TO_BUSY, CallStatus.FAILED, 404, PhoneAction.FAILS);
      default -> in(call, ".rings", TO_RINGING, () -> ringing(call, what));
    }
  }

  /** A leg whose number belongs to nobody is being dialled: it cannot be reached. */
  public void dialledNobody(Call call) {
    later(call, ".fails", TO_BUSY, CallStatus.FAILED, 404, null);
  }

  /** Who answered a leg and what is heard of them first; asked at most once a leg. */
  public Greeting greeting(Call call) {
    String leg = call.origin().leg();
    ScriptedLeg playedLeg = playing.get(call.sid());
    if (playedLeg != null) {
      PhoneScript script = playedLeg.script();
      boolean machine = script.answeredBy().equals("machine");
      boolean silent = script.answeredBy().equals("nobody-speaks");
      return new Greeting(
          machine
              ? Greeting.Kind.MACHINE
              : script.answeredBy().equals("fax") ? Greeting.Kind.FAX : Greeting.Kind.HUMAN,
          TO_GREETING.typical(),
          silent ? 0 : script.greetingMs(),
          script.beep());
    }
    String who =
        machines.contains(call.sid())
            ? "machine"
            : does == OFTEN_MACHINES ? "human" : simulation.pick(leg + ".answered-by", ANSWERED_BY);
    long silence = simulation.amount(leg + ".greeting.after", TO_GREETING);
    return switch (who) {
      case "machine" ->
          new Greeting(
              Greeting.Kind.MACHINE,
              silence,
              simulation.amount(leg + ".greeting", MACHINE_SPEAKS),
              true);
      case "fax" -> new Greeting(Greeting.Kind.FAX, silence, 0, false);
      case "nobody-speaks" -> new Greeting(Greeting.Kind.HUMAN, silence, 0, false);
      default ->
          new Greeting(
              Greeting.Kind.HUMAN,
              silence,
              simulation.amount(leg + ".greeting", PERSON_SPEAKS),
              false);
    };
  }

  /**
   * A client identity that nobody has registered is being dialled; nothing rings (CALL-56).
   *
   * @param how a value of {@code call.unregisteredClient}
   */
  public void dialledUnregistered(Call call, String how) {
    switch (how) {
      case "no-answer-now" ->
          in(
              call,
              ".unreachable",
              AT_ONCE,
              () -> end(call, CallStatus.NO_ANSWER, 480, "platform", null));
      case "no-answer-after-timeout" ->
          in(
              call,
              ".rings-out",
              ringLimit(call),
              () -> end(call, CallStatus.NO_ANSWER, 487, "timeout", null));
      default -> dialledNobody(call);
    }
  }

  /** Somebody picks up a phone that rings; does nothing when it does not. */
  public void pickUp(Call call) {
    if (call.status() != CallStatus.RINGING) {
      return;
    }
    line.answers(call);
    ScriptedLeg leg = playing.get(call.sid());
    if (leg != null && call.isLive()) {
      leg.begins();
    }
  }

  /** A caller whose leg has come in does from now on what a script has for after an answer. */
  public void plays(Call call, PhoneScript script) {
    if (call.isLive()) {
      ScriptedLeg leg = new ScriptedLeg(this, call, script);
      playing.put(call.sid(), leg);
      leg.begins();
    }
  }

  /** A leg came to a Gather or a Record: scripts may answer it. */
  public void prompted(String callSid) {
    ScriptedLeg leg = playing.get(callSid);
    if (leg != null) {
      leg.prompted();
    }
  }

  /** Somebody declines a phone that rings. */
  public void decline(Call call) {
    if (call.status() == CallStatus.RINGING) {
      boolean client = call.origin().to().startsWith("client:");
      end(
          call,
          client ? CallStatus.BUSY : CallStatus.NO_ANSWER,
          client ? 600 : 603,
          "far-end",
          PhoneAction.REJECTS);
    }
  }

  /** Somebody hangs up. */
  public void hangUp(Call call) {
    end(call, CallStatus.COMPLETED, 200, "far-end", PhoneAction.HANGS_UP);
  }

  /**
   * The phone is gone without a word: the platform goes on as if somebody were there, until {@code
   * call.mediaTimeout} when that is not 0. While it rings it rings on.
   */
  public void vanish(Call call) {
    ScriptedLeg leg = playing.get(call.sid());
    if (leg != null) {
      leg.vanished();
    }
    if (!gone.add(call.sid())) {
      return;
    }
    line.vanished(call);
    long ms = mediaTimeoutMs.getAsLong();
    if (ms > 0 && call.status() == CallStatus.IN_PROGRESS) {
      in(
          call,
          ".media-timeout",
          Span.exactly(ms),
          () -> end(call, CallStatus.COMPLETED, 200, "timeout", null));
    }
  }

  /** Whether the phone of a leg has vanished: nobody can operate it. */
  public boolean isGone(Call call) {
    return gone.contains(call.sid());
  }

  /** The leg is over; nothing is kept for it. */
  public void over(Call call) {
    playing.remove(call.sid());
    gone.remove(call.sid());
    machines.remove(call.sid());
  }

  private void ringing(Call call, String does) {
    line.rings(call);
    Cancellable limit =
        simulation.in(
            call.origin().leg() + ".rings-out",
            ringLimit(call),
            () -> {
              if (call.status() == CallStatus.RINGING) {
                end(call, CallStatus.NO_ANSWER, 487, "timeout", PhoneAction.RINGS_OUT);
              }
            });
    switch (does) {
      case "answers" -> in(call, ".answers", TO_ANSWER, () -> answered(call, limit));
      case "machine" -> in(call, ".answers", TO_ANSWER, () -> recorded(call, limit));
      case "rejects" ->
          in(
              call,
              ".rejects",
              TO_DECLINE,
              () -> {
                limit.cancel();
                end(call, CallStatus.NO_ANSWER, 603, "far-end", PhoneAction.REJECTS);
              });
      case "busy-after-ringing" ->
          in(
              call,
              ".busy",
              TO_BUSY,
              () -> {
                limit.cancel();
                end(call, CallStatus.BUSY, 486, "far-end", PhoneAction.IS_BUSY);
              });
      default -> {
        // rings until the limit
      }
    }
  }

  private void answered(Call call, Cancellable limit) {
    if (call.status() != CallStatus.RINGING) {
      return; // somebody was quicker by hand
    }
    limit.cancel();
    line.answers(call);
    if (call.isLive()) {
      in(
          call,
          ".hangs-up",
          talk,
          () -> {
            if (!isGone(call)) {
              hangUp(call);
            }
          });
    }
  }

  /** A machine takes it, speaks, and records what it hears for a while. */
  private void recorded(Call call, Cancellable limit) {
    if (call.status() == CallStatus.RINGING) {
      limit.cancel();
      machines.add(call.sid());
      line.answersByMachine(call);
      if (call.isLive()) {
        in(
            call,
            ".is-full",
            RECORDS,
            () -> end(call, CallStatus.COMPLETED, 200, "far-end", PhoneAction.HANGS_UP));
      }
    }
  }

  /** CALL-27. */
  Span ringLimit(Call call) {
    return Span.exactly(call.origin().timeoutSeconds() * 1000L + ringBufferMs);
  }

  Line line() {
    return line;
  }

  private void later(
      Call call, String suffix, Span delay, CallStatus last, int sip, String action) {
    in(call, suffix, delay, () -> end(call, last, sip, "far-end", action));
  }

  void end(Call call, CallStatus last, int sip, String by, String action) {
    if (call.isLive()) {
      line.ends(call, last, sip, by, action);
    }
  }

  Cancellable in(Call call, String suffix, Span delay, Runnable action) {
    return simulation.in(
        call.origin().leg() + suffix,
        delay,
        () -> {
          if (call.isLive()) {
            action.run();
          }
        });
  }
}
