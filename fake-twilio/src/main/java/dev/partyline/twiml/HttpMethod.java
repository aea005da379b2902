package dev.partyline.twiml;

/** How a URL in a document is to be requested. */
public enum HttpMethod implements Word {
  GET,
  POST;

  @Override
  public String word() {
    return name();
  }
}
