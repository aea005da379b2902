package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.sim.Span;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.Document;
import dev.partyline.twiml.Enqueue;
import dev.partyline.twiml.Gather;
import dev.partyline.twiml.Hangup;
import dev.partyline.twiml.HttpMethod;
import dev.partyline.twiml.Leave;
import dev.partyline.twiml.Pause;
import dev.partyline.twiml.Play;
import dev.partyline.twiml.RecordVerb;
import dev.partyline.twiml.Redirect;
import dev.partyline.twiml.Reject;
import dev.partyline.twiml.Say;
import dev.partyline.twiml.UnsupportedVerb;
import dev.partyline.twiml.Verb;
import dev.partyline.twiml.Warning;
import dev.partyline.webhook.Delivered;
import dev.partyline.webhook.Dispatch;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A document or an audio file that is heard beside whatever a leg is doing: while waiting, on hold,
 * as an announcement. It may hold Play, Say, Pause and Redirect, owns no leg and ends nothing.
 */
public final class SoundTrack {

  /** From here on a file starts late, and from the other on it never starts (CONF-49). */
  private static final long LONG_FILE_MS = 25 * 60_000L;

  private static final long TOO_LONG_FILE_MS = 30 * 60_000L;
  private static final Span LONG_FILE_DELAY = Span.of(13_000, 14_000, 15_000);
  private static final Span TOO_LONG_FILE_DELAY = Span.exactly(15_000);
  private static final int NOT_ALLOWED = 13_238;

  /**
   * What is to be heard.
   *
   * @param name stable name, for example {@code agent-1.wait}
   * @param kind {@code wait}, {@code hold} or {@code announce}
   * @param call SID of the leg it is for; null when it is for a whole conference
   * @param params what each request carries
   */
  public record Order(
      String name,
      String kind,
      String call,
      String conference,
      String url,
      String method,
      Map<String, String> params) {}

  /** Who wants to know. None of these is called after {@link #stop}. */
  public interface Listener {

    /** This is heard from now on, in words; empty for silence. */
    void plays(String sound);

    /** Everything was played once: silence from now on, unless a redirect led elsewhere. */
    void ranOut();

    /** The document cannot be had or is none; silence from now on. */
    void failed(int code, String text);

    /** The platform itself cannot play a file: a spoken error is heard instead (LIMIT-18). */
    void tooLong(String url);
  }

  private final Platform platform;
  private final Documents documents;
  private final Order order;
  private final Listener listener;

  private String url;
  private List<Verb> verbs = List.of();
  private int next;
  private boolean stopped;

  SoundTrack(Platform platform, Documents documents, Order order, Listener listener) {
    this.platform = platform;
    this.documents = documents;
    this.order = order;
    this.listener = listener;
  }

  /** Nothing of it is heard from now on. */
  public void stop() {
    stopped = true;
  }

  void fetch(String target, String method) {
    platform.send(request(order, target, method, platform, this::fetched));
  }

  static Dispatch request(
      Order order,
      String target,
      String method,
      Platform platform,
      java.util.function.Consumer<Delivered> then) {
    return new Dispatch(
        order.name(),
        order.kind(),
        order.call(),
        order.conference(),
        "",
        method,
        target,
        order.params(),
        platform.toTwimlRequest(),
        false,
        then);
  }

  private void fetched(Delivered delivered) {
    if (stopped) {
      return;
    }
    if (delivered.reply() == null) {
      listener.failed(delivered.code(), delivered.text());
      return;
    }
    Answer answer = documents.understand(delivered.url(), delivered.reply());
    if (answer.document() == null) {
      platform.note(new Happening.WebhookFailed(order.name(), 1, answer.code(), answer.text()));
      listener.failed(answer.code(), answer.text());
    } else {
      begin(delivered.url(), answer.document());
    }
  }

  void begin(String from, Document document) {
    url = from;
    for (Warning warning : document.warnings()) {
      note(warning.code(), "warning", warning.message());
    }
    verbs = document.verbs();
    next = 0;
    step();
  }

  private void step() {
    if (stopped) {
      return;
    }
    if (next >= verbs.size()) {
      listener.plays("");
      listener.ranOut();
      return;
    }
    verbs.get(next++).accept(new Begin());
  }

  private void lasts(String sound, int loop, long ms) {
    listener.plays(sound);
    if (loop > 0) {
      platform.in(order.name() + ".verb", Span.exactly(loop * ms), this::step);
    }
  }

  private void play(Play play) {
    long ms = platform.audioMs(play.url());
    String sound = "play " + play.url();
    if (ms >= TOO_LONG_FILE_MS) {
      platform.in(order.name() + ".gives-up", TOO_LONG_FILE_DELAY, () -> tooLong(play));
    } else if (ms >= LONG_FILE_MS) {
      platform.in(
          order.name() + ".starts-late",
          LONG_FILE_DELAY,
          () -> {
            if (!stopped) {
              lasts(sound, play.loop(), ms);
            }
          });
    } else {
      lasts(sound, play.loop(), ms);
    }
  }

  private void tooLong(Play play) {
    if (!stopped) {
      listener.plays("say " + Documents.APOLOGY);
      platform.in(
          order.name() + ".verb",
          Span.exactly(SoundVerbs.spokenMs(Documents.APOLOGY)),
          () -> {
            if (!stopped) {
              listener.plays("");
              listener.tooLong(play.url());
            }
          });
    }
  }

  private void redirect(Redirect redirect) {
    String method = redirect.method() == HttpMethod.GET ? "GET" : "POST";
    try {
      // an empty reference is the document itself
      String target =
          redirect.url().isEmpty() ? url : URI.create(url).resolve(redirect.url()).toString();
      fetch(target, method);
    } catch (IllegalArgumentException malformed) {
      listener.failed(11_100, "'" + redirect.url() + "' in the document of " + url + " is no URL");
    }
  }

  /** 13238: it is left out, and the rest is heard. */
  private Void notAllowed(Verb verb) {
    note(NOT_ALLOWED, "error", verb.tag() + " is not allowed in the document of " + url);
    step();
    return null;
  }

  private void note(int code, String level, String text) {
    platform.note(new Happening.Noted(order.call(), code, level, text));
  }

  private final class Begin implements Verb.Cases<Void> {
    @Override
    public Void say(Say say) {
      lasts("say " + say.text(), say.loop(), SoundVerbs.spokenMs(say.text()));
      return null;
    }

    @Override
    public Void play(Play play) {
      SoundTrack.this.play(play);
      return null;
    }

    @Override
    public Void pause(Pause pause) {
      lasts("", 1, pause.lengthSeconds() * 1000L);
      return null;
    }

    @Override
    public Void redirect(Redirect redirect) {
      SoundTrack.this.redirect(redirect);
      return null;
    }

    @Override
    public Void hangup(Hangup hangup) {
      return notAllowed(hangup);
    }

    @Override
    public Void reject(Reject reject) {
      return notAllowed(reject);
    }

    @Override
    public Void dial(Dial dial) {
      return notAllowed(dial);
    }

    @Override
    public Void gather(Gather gather) {
      return notAllowed(gather);
    }

    @Override
    public Void record(RecordVerb record) {
      return notAllowed(record);
    }

    @Override
    public Void enqueue(Enqueue enqueue) {
      return notAllowed(enqueue);
    }

    @Override
    public Void leave(Leave leave) {
      return notAllowed(leave);
    }

    @Override
    public Void unsupported(UnsupportedVerb unsupported) {
      return notAllowed(unsupported);
    }
  }
}
