package dev.partyline.twiml;

import java.util.ArrayList;
import java.util.List;

/** A named value that an application hands on to the party it calls; both may be empty. */
public record Parameter(String name, String value) {

  static List<Parameter> readAll(List<Tag> tags) {
    List<Parameter> parameters = new ArrayList<>();
    for (Tag tag : tags) {
      tag.warnAboutUnknownAttributes();
      tag.warnAboutChildren();
      parameters.add(new Parameter(tag.valueOr("name", ""), tag.valueOr("value", "")));
    }
    return parameters;
  }
}
