package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.twiml.Gather;
import dev.partyline.twiml.Verb;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Gather, from the verb to its action or to the next verb (TWIML-44). What comes first, a key or
 * speech, decides which of the two is gathered. Keys cut prompts short; speech does so unless
 * {@code bargeIn} is off, and then nothing said during the prompts counts.
 *
 * <p>Silence after speech ends the input after {@code speechTimeout}, by default after {@code
 * timeout}; {@code auto} is taken to be one second.
 */
final class GatherVerb implements Running {

  private static final int LONGEST_SPEECH_SECONDS = 60;
  private static final long AUTO_MS = 1_000;

  private final Session session;
  private final Documents documents;
  private final Gather gather;
  private final String url;
  private final StringBuilder digits = new StringBuilder();
  private Cancellable prompt;
  private Cancellable timeout;
  private int prompts;
  private boolean listensToSpeech;
  private String said;
  private String confidence;

  GatherVerb(Session session, Documents documents, Gather gather) {
    this.session = session;
    this.documents = documents;
    this.gather = gather;
    this.url = session.url();
    this.listensToSpeech = gather.inputs().contains(Gather.Input.SPEECH);
  }

  void begin() {
    session.answer();
    session.run(this);
    nextPrompt();
  }

  // ---- what the caller hears ----

  private void nextPrompt() {
    prompt = null;
    if (prompts == gather.prompts().size()) {
      waitFor(gather.timeoutSeconds() * 1000L);
      return;
    }
    Verb verb = gather.prompts().get(prompts++);
    note(verb);
    long ms = SoundVerbs.lengthMs(session.platform(), verb);
    if (ms != SoundVerbs.FOR_EVER) {
      prompt = session.in(".prompt", Span.exactly(ms), this::nextPrompt);
    }
  }

  private void note(Verb verb) {
    session
        .platform()
        .note(
            new Happening.VerbBegan(
                session.call().sid(), verb.tag(), verb.accept(Details.INSTANCE)));
  }

  private boolean prompting() {
    return timeout == null && said == null && digits.length() == 0;
  }

  // ---- what the caller does ----

  @Override
  public void pressed(String keys) {
    if (!gather.inputs().contains(Gather.Input.DTMF) || said != null) {
      return;
    }
    for (char key : keys.toCharArray()) {
      listensToSpeech = false;
      if (gather.finishOnKey().indexOf(key) >= 0) {
        finish();
        return;
      }
      digits.append(key);
      if (gather.numDigits() != null && digits.length() >= gather.numDigits()) {
        finish();
        return;
      }
    }
    waitFor(gather.timeoutSeconds() * 1000L);
  }

  @Override
  public void spoke(String words, String howSure, long ms) {
    boolean tooEarly = !gather.bargeIn() && prompting();
    if (!listensToSpeech || tooEarly) {
      return;
    }
    said = said == null ? words : said + " " + words;
    confidence = howSure;
    tellPartial();
    long most =
        1000L
            * (gather.maxSpeechSeconds() == null
                ? LONGEST_SPEECH_SECONDS
                : gather.maxSpeechSeconds());
    waitFor(Math.min(ms + silenceMs(), most));
  }

  private long silenceMs() {
    String given = gather.speechTimeout();
    if (given == null) {
      return gather.timeoutSeconds() * 1000L;
    }
    return given.equals("auto") ? AUTO_MS : Long.parseLong(given) * 1000L;
  }

  /** The answer to this request is of no use (TWIML-44). */
  private void tellPartial() {
    if (gather.partialResultCallback() == null) {
      return;
    }
    String target = session.resolve(url, gather.partialResultCallback(), 15_004);
    if (target != null) {
      Map<String, String> params = new LinkedHashMap<>();
      params.put("UnstableSpeechResult", said);
      params.put("StableSpeechResult", "");
      params.put("Stability", "0.5");
      documents.request(
          session.call(),
          "partial",
          target,
          Documents.word(gather.partialResultCallbackMethod()),
          params,
          ignored -> {});
    }
  }

  // ---- the end of it ----

  /** The caller was heard, or the last prompt is over: nothing plays, and silence counts. */
  private void waitFor(long ms) {
    stopTimers();
    timeout = session.in(".gather-timeout", Span.exactly(ms), this::finish);
  }

  private void stopTimers() {
    if (prompt != null) {
      prompt.cancel();
      prompt = null;
    }
    if (timeout != null) {
      timeout.cancel();
    }
  }

  private void finish() {
    stopTimers();
    Map<String, String> heard = new LinkedHashMap<>();
    if (said != null) {
      heard.put("SpeechResult", said);
      heard.put("Confidence", confidence);
    } else {
      heard.put("Digits", digits.toString());
    }
    boolean nothing = said == null && digits.length() == 0;
    if (nothing && !gather.actionOnEmptyResult()) {
      session.proceed();
    } else {
      session.act(gather.action(), gather.method(), heard);
    }
  }

  @Override
  public void ended(boolean byFarEnd) {
    stopTimers();
  }

  @Override
  public void interrupted() {
    stopTimers();
  }
}
