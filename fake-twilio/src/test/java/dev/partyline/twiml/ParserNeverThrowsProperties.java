package dev.partyline.twiml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

class ParserNeverThrowsProperties {

  private static final List<String> WHOLE =
      List.of(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Dial action='/a' timeout='20'>"
              + "<Conference beep='onEnter' waitUrl='' statusCallbackEvent='start end'>部屋"
              + "</Conference></Dial><!-- c --><Hangup/></Response>",
          "<Response><Gather input='speech dtmf'><Say>&#x3042;<![CDATA[x]]></Say></Gather>"
              + "<Redirect>/next?a=1&amp;b=2</Redirect></Response>",
          "<Response><Enqueue workflowSid='WW1'><Task>{}</Task></Enqueue><Record/>"
              + "<Dial><Sip><Uri>sip:a@b</Uri></Sip><Client><Identity>j</Identity></Client>"
              + "</Dial></Response>");

  @Property(tries = 1000)
  void any_bytes_are_read_or_refused(@ForAll byte[] body) {
    judge(TwimlParser.parse(body));
  }

  @Property(tries = 1000)
  void any_text_inside_a_response_is_read_or_refused(@ForAll String text) {
    judge(TwimlParser.parse("<Response><Say voice='" + text + "'>" + text + "</Say></Response>"));
  }

  @Property(tries = 3000)
  void a_mangled_document_is_read_or_refused(@ForAll("mangled") byte[] body) {
    judge(TwimlParser.parse(body));
    judge(TwimlParser.parse(new String(body, StandardCharsets.ISO_8859_1)));
  }

  @Property(tries = 2000)
  void any_heap_of_elements_is_read_or_refused(@ForAll("heaps") String twiml) {
    ParsedTwiml parsed = TwimlParser.parse(twiml);
    judge(parsed);
    assertEquals(parsed, TwimlParser.parse(twiml.getBytes(StandardCharsets.UTF_8)));
  }

  private static void judge(ParsedTwiml parsed) {
    boolean placed =
        parsed.fold(
            document -> document.warnings().stream().allMatch(ParserNeverThrowsProperties::placed),
            problem ->
                List.of(11750, 12100, 12102, 13000, 13237).contains(problem.code())
                    && placed(
                        new Warning(
                            problem.code(), problem.message(), problem.line(), problem.column())));
    assertTrue(placed, () -> "a message without its place: " + parsed);
  }

  private static boolean placed(Warning warning) {
    String place = "Line " + warning.line() + ", column " + warning.column() + ": ";
    return warning.line() >= 1 && warning.column() >= 1 && warning.message().startsWith(place);
  }

  @Provide
  Arbitrary<byte[]> mangled() {
    Arbitrary<Integer> place =
        Arbitraries.integers().between(0, 10_000).withDistribution(RandomDistribution.uniform());
    Arbitrary<byte[]> patch =
        Arbitraries.oneOf(
            Arbitraries.bytes().array(byte[].class).ofMaxSize(6),
            Arbitraries.of("<", ">", "&", "'", "<!--", "<![CDATA[", "<?", "</", "&#", "<!DOCTYPE ")
                .map(markup -> markup.getBytes(StandardCharsets.UTF_8)));
    return Combinators.combine(Arbitraries.of(WHOLE), place, place, patch)
        .as(ParserNeverThrowsProperties::replaced);
  }

  private static byte[] replaced(String whole, int from, int length, byte[] patch) {
    byte[] body = whole.getBytes(StandardCharsets.UTF_8);
    int start = from % (body.length + 1);
    int end = Math.min(body.length, start + length % 12);
    byte[] mangled = new byte[start + patch.length + body.length - end];
    System.arraycopy(body, 0, mangled, 0, start);
    System.arraycopy(patch, 0, mangled, start, patch.length);
    System.arraycopy(body, end, mangled, start + patch.length, body.length - end);
    return mangled;
  }

  @Provide
  Arbitrary<String> heaps() {
    Arbitrary<String> value =
        Arbitraries.of("true", "false", "", "7", "-1", "GET", "start end", "a,b", "/x", "日本");
    Arbitrary<String> element =
        Combinators.combine(
                Arbitraries.of(TwimlElement.values()), value, Arbitraries.integers().between(0, 30))
            .as(
                (kind, written, which) -> {
                  List<String> names = kind.attributes();
                  String attribute = names.isEmpty() ? "odd" : names.get(which % names.size());
                  return "<" + kind.tag() + " " + attribute + "='" + written + "'>";
                });
    return element
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .flatMap(starts -> Arbitraries.integers().between(0, 7).map(depth -> heap(starts, depth)));
  }

  /** The first elements nested into each other, the others side by side inside them. */
  private static String heap(List<String> starts, int depth) {
    StringBuilder twiml = new StringBuilder("<Response>");
    int nested = Math.min(depth, starts.size());
    starts.subList(0, nested).forEach(twiml::append);
    for (String start : starts.subList(nested, starts.size())) {
      twiml.append(start).append("text").append(end(start));
    }
    for (int i = nested - 1; i >= 0; i--) {
      twiml.append(end(starts.get(i)));
    }
    return twiml.append("</Response>").toString();
  }

  private static String end(String start) {
    return "</" + start.substring(1, start.indexOf(' ')) + ">";
  }
}
