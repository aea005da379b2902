package dev.partyline.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.WebhookAnswered;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any text that a program or a person can put into a journal. */
class NdjsonProperties {

  @Property(tries = 300)
  void any_text_comes_back(
      @ForAll("texts") String body, @ForAll("texts") String name, @ForAll("texts") String value) {
    Journal journal = new Journal();
    journal.add(1, new WebhookAnswered("w1", 1, 200, null, body, Long.MAX_VALUE));
    journal.add(1, new RestSent("r1", "f1", "POST", "/", Map.of(name, value)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NdjsonWriter.write(journal, out);
    Journal again = NdjsonReader.read(new ByteArrayInputStream(out.toByteArray()));
    assertEquals(journal.entries(), again.entries());
  }

  @Property(tries = 300)
  void a_text_is_the_same_bytes_wherever_it_stands(
      @ForAll("texts") String text, @ForAll("texts") String other) {
    Journal journal = new Journal();
    StringBuilder lines = new StringBuilder();
    // the second of two is written from memory, and a whole line without it
    for (String one : List.of(text, other, text, text + text, "plain", text, "plain", other)) {
      journal.add(1, new WebhookAnswered(one, 1, 200, one, one, 0));
      journal.add(1, new RestSent("r1", "f1", "POST", "/", Map.of(one, one)));
    }
    journal.forEach(entry -> lines.append(NdjsonWriter.line(entry)).append('\n'));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NdjsonWriter.write(journal, out);
    assertEquals(lines.toString(), unescaped(out.toString(StandardCharsets.UTF_8)));
  }

  /** Bytes have the two halves of a surrogate pair as escapes, a text has them as they are. */
  private static String unescaped(String json) {
    return Pattern.compile("\\\\u([dD][89a-fA-F][0-9a-fA-F]{2})")
        .matcher(json)
        .replaceAll(half -> String.valueOf((char) Integer.parseInt(half.group(1), 16)));
  }

  /** Every text that UTF-8 can hold: all code points but the surrogates. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(40)
        .map(text -> text.replaceAll("[\\x{D800}-\\x{DFFF}]", "\u2028\uD83D\uDCDE"));
  }
}
