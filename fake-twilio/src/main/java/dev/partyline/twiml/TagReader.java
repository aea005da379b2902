package dev.partyline.twiml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * From text to the root {@link Tag}: well-formedness, and nothing from outside the document.
 *
 * <p>The JDK's own StAX parser is asked for by name of its default, so that another parser on the
 * class path is never picked up. Document types and entities are off, and a document type, which
 * the parser then skips in silence, is refused here. The parser's own limits differ between Java
 * versions and are replaced by {@link #DEEPEST} and the size limit of {@link TwimlParser}.
 */
final class TagReader {

  /** Levels of elements, the root included. */
  static final int DEEPEST = 32;

  private static final XMLInputFactory FACTORY = factory();

  private final Source source;

  private TagReader(Source source) {
    this.source = source;
  }

  static Tag read(String text, Source source) throws Refused {
    TagReader reading = new TagReader(source);
    XMLStreamReader xml = null;
    try {
      xml = open(text);
      Tag root = reading.root(xml);
      xml.close();
      return root;
    } catch (XMLStreamException e) {
      throw reading.malformed(e);
    }
  }

  private Tag root(XMLStreamReader xml) throws XMLStreamException, Refused {
    Deque<Tag> open = new ArrayDeque<>();
    Tag root = null;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Tag tag = tag(xml, open.peek());
          if (open.isEmpty()) {
            root = tag;
          } else {
            open.peek().children().add(tag);
          }
          open.push(tag);
          if (open.size() > DEEPEST) {
            throw tag.refusal(
                Codes.MALFORMED,
                "lies more than "
                    + DEEPEST
                    + " elements deep. TwiML needs four levels at most;"
                    + " check the program that writes the document.");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.peek().words().append(xml.getText());
          }
        }
        case XMLStreamConstants.DTD ->
            throw source.refusal(
                Codes.MALFORMED,
                xml.getLocation().getLineNumber(),
                xml.getLocation().getColumnNumber(),
                "the document has a DOCTYPE, which TwiML does not allow. Remove it; if this is an"
                    + " HTML page, the application answered with something other than TwiML.");
        default -> {
          // Comments, processing instructions and the ends of the document say nothing.
        }
      }
    }
    return root;
  }

  private Tag tag(XMLStreamReader xml, Tag parent) {
    String[] attributes = new String[2 * xml.getAttributeCount()];
    for (int i = 0; i < attributes.length; i += 2) {
      String prefix = xml.getAttributePrefix(i / 2);
      String local = xml.getAttributeLocalName(i / 2);
      attributes[i] = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
      attributes[i + 1] = xml.getAttributeValue(i / 2);
    }
    return new Tag(source, source.nextStartTag(), xml.getLocalName(), attributes, parent);
  }

  private Refused malformed(XMLStreamException e) {
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
    int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNumber());
    return source.refusal(
        Codes.MALFORMED,
        line,
        column,
        "the document is not well-formed XML at or just before this place. Look for an element that"
            + " is not closed, a value without quotes, or a bare & or < (write &amp; or &lt;).");
  }

  // The documentation of the factory promises no thread-safety; opening is quick, so it is guarded.
  private static XMLStreamReader open(String text) throws XMLStreamException {
    synchronized (FACTORY) {
      return FACTORY.createXMLStreamReader(new StringReader(text));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty("reuse-instance", false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("TwiML reads nothing from outside the document");
        });
    for (String limit :
        new String[] {
          "jdk.xml.maxElementDepth",
          "jdk.xml.elementAttributeLimit",
          "jdk.xml.maxXMLNameLimit",
          "jdk.xml.maxGeneralEntitySizeLimit",
          "jdk.xml.totalEntitySizeLimit"
        }) {
      factory.setProperty(limit, "0");
    }
    return factory;
  }
}
