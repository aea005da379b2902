package dev.partyline.twiml;

/**
 * Goes on with another document; following verbs are never reached (TWIML-43).
 *
 * @param url as written, possibly relative; empty means the current document's own URL
 */
public record Redirect(String url, HttpMethod method) implements Verb {

  @Override
  public String tag() {
    return TwimlElement.REDIRECT.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.redirect(this);
  }

  static Redirect read(Tag tag) {
    tag.warnAboutChildren();
    return new Redirect(tag.text(), tag.word("method", HttpMethod.POST, Codes.REDIRECT_METHOD));
  }
}
