package dev.partyline.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.WebhookAnswered;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
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

  /** Every text that UTF-8 can hold: all code points but the surrogates. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(40)
        .map(text -> text.replaceAll("[\\x{D800}-\\x{DFFF}]", "\u2028\uD83D\uDCDE"));
  }
}
