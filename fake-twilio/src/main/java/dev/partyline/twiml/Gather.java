package dev.partyline.twiml;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects keys or speech while prompts play (TWIML-44).
 *
 * @param inputs in the order written
 * @param action as written; null or empty means the current document's own URL
 * @param timeoutSeconds of silence, positive
 * @param speechTimeout seconds or {@code auto}, as written; null when absent
 * @param maxSpeechSeconds null when absent
 * @param finishOnKey any of these keys ends the input; empty when none does
 * @param numDigits null for any number
 * @param partialResultCallback as written, null when absent
 * @param hints as written, null when absent
 * @param speechModel as written, null when absent
 * @param prompts Say, Play and Pause, in document order
 */
public record Gather(
    List<Input> inputs,
    String action,
    HttpMethod method,
    int timeoutSeconds,
    String speechTimeout,
    Integer maxSpeechSeconds,
    boolean profanityFilter,
    String finishOnKey,
    Integer numDigits,
    String partialResultCallback,
    HttpMethod partialResultCallbackMethod,
    String language,
    String hints,
    boolean bargeIn,
    boolean debug,
    boolean actionOnEmptyResult,
    String speechModel,
    boolean enhanced,
    List<Verb> prompts)
    implements Verb {

  /** What is listened for. */
  public enum Input implements Word {
    DTMF("dtmf"),
    SPEECH("speech");

    private final String word;

    Input(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  private static final Gather DEFAULTS =
      new Gather(
          List.of(Input.DTMF),
          null,
          HttpMethod.POST,
          5,
          null,
          null,
          true,
          "#",
          null,
          null,
          HttpMethod.POST,
          "en-US",
          null,
          true,
          false,
          false,
          null,
          false,
          List.of());

  public Gather {
    inputs = List.copyOf(inputs);
    prompts = List.copyOf(prompts);
  }

  /** With every attribute absent and no prompt. */
  public static Gather withDefaults() {
    return DEFAULTS;
  }

  @Override
  public String tag() {
    return TwimlElement.GATHER.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.gather(this);
  }

  static Gather read(Tag tag) throws Refused {
    tag.warnAboutText();
    return new Gather(
        tag.words("input", Input.class, DEFAULTS.inputs, Codes.GATHER_INPUT),
        tag.url("action"),
        tag.word("method", DEFAULTS.method, Codes.GATHER_METHOD),
        tag.whole("timeout", DEFAULTS.timeoutSeconds, 1, Integer.MAX_VALUE, Codes.GATHER_TIMEOUT),
        "auto".equals(tag.value("speechTimeout")) ? "auto" : speechSeconds(tag),
        tag.wholeOrNull("maxSpeechTime", 1, Integer.MAX_VALUE, Codes.GATHER_MAX_SPEECH_TIME),
        tag.flag("profanityFilter", DEFAULTS.profanityFilter, Codes.GATHER_PROFANITY_FILTER),
        tag.keys("finishOnKey", RecordVerb.KEYS, DEFAULTS.finishOnKey, Codes.GATHER_FINISH_ON_KEY),
        tag.wholeOrNull("numDigits", 1, Integer.MAX_VALUE, Codes.GATHER_NUM_DIGITS),
        tag.filled("partialResultCallback"),
        tag.word(
            "partialResultCallbackMethod",
            DEFAULTS.partialResultCallbackMethod,
            Codes.GATHER_PARTIAL_METHOD),
        tag.valueOr("language", DEFAULTS.language),
        tag.filled("hints"),
        tag.flag("bargeIn", DEFAULTS.bargeIn, Codes.GATHER_BARGE_IN),
        tag.flag("debug", DEFAULTS.debug, Codes.SCHEMA),
        tag.flag("actionOnEmptyResult", DEFAULTS.actionOnEmptyResult, Codes.GATHER_ON_EMPTY),
        tag.filled("speechModel"),
        tag.flag("enhanced", DEFAULTS.enhanced, Codes.SCHEMA),
        prompts(tag));
  }

  private static String speechSeconds(Tag tag) {
    Integer seconds =
        tag.wholeOrNull("speechTimeout", 1, Integer.MAX_VALUE, Codes.GATHER_SPEECH_TIMEOUT);
    return seconds == null ? null : seconds.toString();
  }

  private static List<Verb> prompts(Tag tag) throws Refused {
    List<Verb> prompts = new ArrayList<>();
    for (Tag child : tag.children()) {
      TwimlElement element = child.element();
      if (element == TwimlElement.SAY
          || element == TwimlElement.PLAY
          || element == TwimlElement.PAUSE) {
        Verb prompt = element.readVerb(child);
        if (prompt != null) {
          prompts.add(prompt);
        }
      } else {
        child.warnMisplacedIn(tag, Codes.GATHER_NESTED);
      }
    }
    return prompts;
  }
}
