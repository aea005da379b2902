package dev.switchboard.pages;

import dev.switchboard.web.Answer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Templates, which were compiled when the jar was built. */
final class Rendering {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** A page or fragment: names and values in turn after {@code shown}, which is {@code page}. */
  Answer html(int status, String template, Shown shown, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("page", shown);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    StringOutput out = new StringOutput();
    engine.render(template + ".jte", values, out);
    return Answer.html(status, out.toString());
  }
}
