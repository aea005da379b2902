package dev.partyline.twiml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A verb that the platform has and this model does not, such as Connect, Pay or Start.
 *
 * <p>It is no mistake of the document, so it raises no warning; whoever meets it when running must
 * say that it is not modelled. What stands inside it is not looked at.
 *
 * @param tag its name as written in TwiML
 * @param attributes as written, in document order, unchecked
 * @param text between its tags, without the white space around it
 */
public record UnsupportedVerb(String tag, Map<String, String> attributes, String text)
    implements Verb {

  public UnsupportedVerb {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.unsupported(this);
  }

  static UnsupportedVerb read(Tag tag) {
    return new UnsupportedVerb(tag.name(), tag.allAttributes(), tag.text());
  }
}
