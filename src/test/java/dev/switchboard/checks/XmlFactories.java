package dev.switchboard.checks;

/**
 * Names the JDK's own XML classes, so that the SDK does not search the class path for each
 * document.
 */
final class XmlFactories {

  private XmlFactories() {}

  static void nameThem() {
    name(
        "javax.xml.parsers.DocumentBuilderFactory",
        "com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl");
    name(
        "javax.xml.transform.TransformerFactory",
        "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl");
  }

  private static void name(String factory, String implementation) {
    if (System.getProperty(factory) == null) {
      System.setProperty(factory, implementation);
    }
  }
}
