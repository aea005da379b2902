package dev.partyline.twiml;

import java.util.List;

/**
 * A TwiML application to dial.
 *
 * @param applicationSid from the text or from a nested ApplicationSid, which wins
 * @param parameters handed to the application, in document order
 * @param url as written, null when absent
 * @param customerId as written, null when absent
 */
public record ApplicationNoun(
    String applicationSid,
    List<Parameter> parameters,
    String url,
    HttpMethod method,
    CallStatusCallback statusCallback,
    String customerId,
    boolean copyParentTo)
    implements Noun {

  public ApplicationNoun {
    parameters = List.copyOf(parameters);
  }

  /** With every attribute absent. */
  public static ApplicationNoun of(String applicationSid) {
    return new ApplicationNoun(
        applicationSid, List.of(), null, HttpMethod.POST, CallStatusCallback.NONE, null, false);
  }

  @Override
  public String tag() {
    return TwimlElement.APPLICATION.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.application(this);
  }

  static ApplicationNoun read(Tag tag) {
    NamedTarget target = NamedTarget.read(tag, TwimlElement.APPLICATION_SID);
    if (target.name().isEmpty()) {
      tag.warn(
          Codes.SCHEMA,
          "names no application; it is skipped. Put the application's SID between its tags.");
      return null;
    }
    return new ApplicationNoun(
        target.name(),
        target.parameters(),
        tag.filled("url"),
        tag.word("method", HttpMethod.POST, Codes.SCHEMA),
        CallStatusCallback.read(tag),
        tag.filled("customerId"),
        tag.flag("copyParentTo", false, Codes.SCHEMA));
  }
}
