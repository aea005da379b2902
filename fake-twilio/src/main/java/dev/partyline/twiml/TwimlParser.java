package dev.partyline.twiml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads TwiML.
 *
 * <p>Both methods are pure, never throw for any input but null, and may be used from any thread.
 */
public final class TwimlParser {

  /** The largest body that is read, in bytes: 64 kB (TWIML-09, LIMIT-10). */
  public static final int LARGEST_BODY_BYTES = 64 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private static final Memo MEMO = new Memo();

  private TwimlParser() {}

  /** Reads a body as received; it must be UTF-8, whatever its XML declaration says. */
  public static ParsedTwiml parse(byte[] body) {
    if (body.length > LARGEST_BODY_BYTES) {
      return tooLarge(body.length);
    }
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      int valid = validBytes(body);
      if (valid < body.length) {
        return notUtf8(body, valid);
      }
    }
    return read(text);
  }

  /** Reads a body that is already text; its size counts in UTF-8 bytes. */
  public static ParsedTwiml parse(String body) {
    if (3L * body.length() > LARGEST_BODY_BYTES) {
      int bytes = body.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LARGEST_BODY_BYTES) {
        return tooLarge(bytes);
      }
    }
    ParsedTwiml known = MEMO.of(body);
    if (known == null) {
      Shape shape = Shape.of(body);
      known = shape == null ? null : shape.filled(parse(shape.text()));
      if (known == null) {
        known = read(body);
        MEMO.put(body, known);
      }
    }
    return known;
  }

  private static ParsedTwiml read(String body) {
    String text = !body.isEmpty() && body.charAt(0) == BYTE_ORDER_MARK ? body.substring(1) : body;
    Source source = new Source(text);
    try {
      checkBeginning(text, source);
      List<Verb> verbs = verbs(TagReader.read(text, source));
      return new Document(verbs, source.warnings());
    } catch (Refused refused) {
      return refused.problem();
    }
  }

  private static void checkBeginning(String text, Source source) throws Refused {
    int first = 0;
    while (first < text.length() && " \t\r\n".indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    if (first == text.length()) {
      throw source.refusal(
          Codes.MALFORMED,
          0,
          "the body is empty. To do nothing, answer with <Response/>, which ends the call.");
    }
    if (text.charAt(first) != '<') {
      throw source.refusal(
          Codes.MALFORMED,
          first,
          "the body begins with "
              + Source.quoted(text.substring(first))
              + " and not with an XML element. Answer with a <Response> document.");
    }
    if (first > 0 && text.startsWith("<?xml ", first)) {
      throw source.refusal(
          Codes.MALFORMED,
          first,
          "there is white space before the XML declaration, which must come first of all. Remove"
              + " the white space, or the declaration.");
    }
  }

  private static List<Verb> verbs(Tag root) throws Refused {
    if (root.element() != TwimlElement.RESPONSE) {
      throw root.refusal(
          Codes.ROOT_NOT_RESPONSE,
          "is the root element where <Response> must be; names are case-sensitive. Wrap the verbs"
              + " in <Response>, or check that the application answers with TwiML.");
    }
    root.warnAboutUnknownAttributes();
    root.warnAboutText();
    List<Verb> verbs = new ArrayList<>();
    for (Tag child : root.children()) {
      if (child.element() == null || !child.element().isVerb()) {
        child.warnMisplacedIn(root, Codes.SCHEMA);
        continue;
      }
      Verb verb = child.element().readVerb(child);
      if (verb != null) {
        verbs.add(verb);
      }
    }
    return verbs;
  }

  private static TwimlProblem tooLarge(int bytes) {
    return new TwimlProblem(
        Codes.BODY_TOO_LARGE,
        "Line 1, column 1: the body has "
            + bytes
            + " bytes, more than the "
            + LARGEST_BODY_BYTES
            + " that are read. Split the document and lead on with Redirect.",
        1,
        1);
  }

  private static TwimlProblem notUtf8(byte[] body, int valid) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < valid; i++) {
      boolean newLine = body[i] == '\n';
      boolean continues = (body[i] & 0xC0) == 0x80;
      line += newLine ? 1 : 0;
      column = newLine ? 1 : continues ? column : column + 1;
    }
    String message =
        String.format(
            Locale.ROOT,
            "Line %d, column %d: byte 0x%02X at offset %d is not UTF-8. Send the document in"
                + " UTF-8.",
            line,
            column,
            body[valid] & 0xFF,
            valid);
    return new TwimlProblem(Codes.MALFORMED, message, line, column);
  }

  /** How many bytes from the start are valid UTF-8. */
  private static int validBytes(byte[] body) {
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(body);
    CoderResult result = strict.decode(in, CharBuffer.allocate(body.length), true);
    return result.isError() ? in.position() : body.length;
  }
}
