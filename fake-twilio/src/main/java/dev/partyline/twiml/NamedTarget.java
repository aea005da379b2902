package dev.partyline.twiml;

import java.util.ArrayList;
import java.util.List;

/**
 * What Client and Application have in common: a name, as text or in an element of its own, and
 * parameters.
 */
record NamedTarget(String name, List<Parameter> parameters) {

  static NamedTarget read(Tag tag, TwimlElement nameElement) {
    String name = null;
    List<Tag> parameters = new ArrayList<>();
    for (Tag child : tag.children()) {
      if (child.element() == TwimlElement.PARAMETER) {
        parameters.add(child);
      } else if (child.element() == nameElement && name == null) {
        child.warnAboutUnknownAttributes();
        child.warnAboutChildren();
        name = child.text();
      } else {
        child.warnMisplacedIn(tag, Codes.DIAL_NESTED);
      }
    }
    if (name != null) {
      tag.warnAboutText();
    }
    return new NamedTarget(name == null ? tag.text() : name, Parameter.readAll(parameters));
  }
}
