package dev.partyline.twiml;

import java.util.ArrayList;
import java.util.List;

/**
 * A SIP endpoint to dial (TWIML-36).
 *
 * @param uri with {@code sip:} or {@code sips:}, at most 255 characters with its parameters; null
 *     when the endpoints stand in {@code uris}
 * @param uris nested Uri elements, in document order
 * @param headers nested Header elements, in document order
 * @param username null when absent
 * @param password null when absent
 * @param url of the private document run on the callee before bridging, as written; null when
 *     absent
 */
public record SipNoun(
    String uri,
    List<Endpoint> uris,
    List<Parameter> headers,
    String username,
    String password,
    String url,
    HttpMethod method,
    CallStatusCallback statusCallback,
    MachineDetection machineDetection)
    implements Noun {

  /** The longest URI, without the headers after its question mark (LIMIT-15). */
  public static final int LONGEST_URI = 255;

  /**
   * One of several endpoints.
   *
   * @param priority as written, null when absent
   * @param weight as written, null when absent
   * @param username null when absent
   * @param password null when absent
   */
  public record Endpoint(
      String uri, String priority, String weight, String username, String password) {}

  public SipNoun {
    uris = List.copyOf(uris);
    headers = List.copyOf(headers);
  }

  /** With every attribute absent. */
  public static SipNoun of(String uri) {
    return new SipNoun(
        uri,
        List.of(),
        List.of(),
        null,
        null,
        null,
        HttpMethod.POST,
        CallStatusCallback.NONE,
        MachineDetection.OFF);
  }

  @Override
  public String tag() {
    return TwimlElement.SIP.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.sip(this);
  }

  static SipNoun read(Tag tag) {
    List<Endpoint> uris = new ArrayList<>();
    List<Parameter> headers = new ArrayList<>();
    for (Tag child : tag.children()) {
      if (child.element() == TwimlElement.URI) {
        child.warnAboutUnknownAttributes();
        if (usable(child)) {
          uris.add(endpoint(child));
        }
      } else if (child.element() == TwimlElement.HEADERS) {
        child.warnAboutUnknownAttributes();
        headers.addAll(Parameter.readAll(child.children(TwimlElement.HEADER)));
      } else {
        child.warnMisplacedIn(tag, Codes.DIAL_NESTED);
      }
    }
    boolean hasOwnUri = uris.isEmpty() || !tag.text().isEmpty();
    if (hasOwnUri && !usable(tag)) {
      return null;
    }
    return new SipNoun(
        hasOwnUri ? tag.text() : null,
        uris,
        headers,
        tag.filled("username"),
        tag.filled("password"),
        tag.filled("url"),
        tag.word("method", HttpMethod.POST, Codes.SIP_METHOD),
        CallStatusCallback.read(tag),
        MachineDetection.read(tag));
  }

  private static Endpoint endpoint(Tag tag) {
    return new Endpoint(
        tag.text(),
        tag.filled("priority"),
        tag.filled("weight"),
        tag.filled("username"),
        tag.filled("password"));
  }

  private static boolean usable(Tag tag) {
    String uri = tag.text();
    int headers = uri.indexOf('?');
    int length = headers < 0 ? uri.length() : headers;
    boolean sip = uri.regionMatches(true, 0, "sip:", 0, 4);
    boolean sips = uri.regionMatches(true, 0, "sips:", 0, 5);
    if ((sip || sips) && length <= LONGEST_URI) {
      return true;
    }
    tag.warn(
        Codes.SIP_URI,
        "holds "
            + Source.quoted(uri)
            + " where a SIP URI of at most "
            + LONGEST_URI
            + " characters belongs; it is skipped. Write it like sip:alice@example.com.");
    return false;
  }
}
