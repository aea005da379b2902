package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.twiml.Document;
import dev.partyline.twiml.HttpMethod;
import dev.partyline.twiml.ParsedTwiml;
import dev.partyline.twiml.Play;
import dev.partyline.twiml.Say;
import dev.partyline.twiml.TwimlParser;
import dev.partyline.twiml.Warning;
import dev.partyline.webhook.Delivered;
import dev.partyline.webhook.Dispatch;
import dev.partyline.webhook.WebhookReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Asks the application for documents and reads them (TWIML-01 to TWIML-16). */
final class Documents {

  static final Span NOTHING_LEFT = Span.of(0, 10, 50);
  static final String APOLOGY = "An application error has occurred. Goodbye.";

  private static final int MOST_WARNINGS = 20;

  private final Platform platform;
  private String lastText;
  private ParsedTwiml lastParsed;

  Documents(Platform platform) {
    this.platform = platform;
  }

  // ---- asking ----

  /** A document that came with the request (TWIML-20). */
  void inline(Session session, String twiml) {
    session.in(".twiml", NOTHING_LEFT, () -> read(session, null, WebhookReply.twiml(twiml)));
  }

  /** Asks for a document and runs it, unless the session has another one by then. */
  void fetch(Session session, String kind, String url, String method, Map<String, String> extra) {
    // a session that is given another document meanwhile does not want this answer (CALL-46)
    Delivered[] answer = new Delivered[1];
    Runnable then = session.current(() -> fetched(session, answer[0]));
    request(
        session.call(),
        kind,
        url,
        method,
        extra,
        delivered -> {
          answer[0] = delivered;
          then.run();
        });
  }

  /** Sends a request about a leg and hands over how it ended. */
  void request(
      Call call,
      String kind,
      String url,
      String method,
      Map<String, String> extra,
      Consumer<Delivered> then) {
    Map<String, String> params = platform.documentParams(call);
    params.putAll(extra);
    platform.send(
        new Dispatch(
            call.origin().leg() + "." + kind,
            kind,
            call.sid(),
            null,
            "",
            method,
            url,
            params,
            platform.toTwimlRequest(),
            false,
            then));
  }

  /** What a request after a fatal error carries beside the usual (TWIML-11). */
  static Map<String, String> error(int code, String url) {
    Map<String, String> extra = new LinkedHashMap<>();
    extra.put("ErrorCode", Integer.toString(code));
    extra.put("ErrorUrl", url == null ? "" : url);
    return extra;
  }

  static String word(HttpMethod method) {
    return method == HttpMethod.GET ? "GET" : "POST";
  }

  // ---- reading ----

  private void fetched(Session session, Delivered delivered) {
    if (delivered.reply() == null) {
      session.giveUp(delivered.code(), delivered.text());
    } else {
      read(session, delivered.url(), delivered.reply());
    }
  }

  private void read(Session session, String url, WebhookReply reply) {
    Answer answer = understand(url, reply);
    if (answer.document() == null) {
      fail(session, answer.code(), answer.text());
    } else {
      begin(session, url, answer.document());
    }
  }

  /**
   * Makes a document of an answer: TwiML, text to be said or audio to be played.
   *
   * @param url null for a document given inline
   */
  Answer understand(String url, WebhookReply reply) {
    String type = reply.contentType() == null ? "" : reply.contentType().toLowerCase(Locale.ROOT);
    boolean xml =
        type.startsWith("text/xml")
            || type.startsWith("application/xml")
            || type.startsWith("text/html")
            || (type.startsWith("text/plain") && reply.body().trim().startsWith("<"));
    if (xml) {
      return parse(reply.body())
          .fold(
              Answer::of,
              problem ->
                  Answer.useless(
                      problem.code(), problem.message() + (url == null ? "" : " (" + url + ")")));
    } else if (type.startsWith("text/plain")) {
      return Answer.of(new Document(List.of(Say.of(reply.body())), List.of()));
    } else if (type.startsWith("audio/")) {
      return Answer.of(new Document(List.of(Play.of(url)), List.of()));
    }
    return Answer.useless(
        reply.body().isEmpty() ? 11770 : 12300,
        "the answer of "
            + url
            + " has content type '"
            + type
            + "'; TwiML is text/xml or application/xml");
  }

  /** Parsing has no side effects, so the same text is parsed once. */
  private ParsedTwiml parse(String text) {
    if (!text.equals(lastText)) {
      lastParsed = TwimlParser.parse(text);
      lastText = text;
    }
    return lastParsed;
  }

  private void begin(Session session, String url, Document document) {
    int noted = 0;
    for (Warning warning : document.warnings()) {
      boolean fatal =
          platform.knobs().is(Knob.TWIML_BAD_ATTRIBUTE, "failDocument")
              && warning.code() >= 13_230
              && warning.code() <= 13_239;
      if (fatal) {
        fail(session, warning.code(), warning.message());
        return;
      }
      if (noted++ < MOST_WARNINGS) {
        platform.note(
            new Happening.Noted(
                session.call().sid(), warning.code(), "warning", warning.message()));
      }
    }
    session.begin(url, document.verbs());
  }

  /** The answer came and is no usable document. */
  private void fail(Session session, int code, String text) {
    platform.note(new Happening.WebhookFailed(session.leg() + ".twiml", 1, code, text));
    session.giveUp(code, text);
  }
}
