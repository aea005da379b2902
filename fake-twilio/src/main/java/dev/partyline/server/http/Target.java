package dev.partyline.server.http;

import dev.partyline.rest.NotModelled;

/**
 * What a request is for: the host may stand in the path ({@code /api.twilio.com/2010-04-01/…}), in
 * X-Forwarded-Host or in Host, the first of these counts; else the shape of the path decides.
 *
 * @param path as the platform knows it, percent-encoded
 * @param domain for the header X-API-Domain
 * @param region for the header X-Home-Region
 * @param misplaced whether the path is none of the product's that the host names
 */
record Target(String path, String domain, String region, boolean misplaced) {

  private static final String DOMAIN = ".twilio.com";

  /**
   * Finds it.
   *
   * @throws NotModelled for a product, or a format of answers, that the fake does not have
   */
  static Target of(String rawPath, String forwardedHost, String hostHeader) {
    String path = rawPath;
    PlatformHost host = null;
    int second = path.indexOf('/', 1);
    String first = second < 0 ? "" : path.substring(1, second);
    if (first.endsWith(DOMAIN)) {
      host = PlatformHost.of(first);
      path = path.substring(second);
    }
    host = host == null ? PlatformHost.of(forwardedHost) : host;
    host = host == null ? PlatformHost.of(hostHeader) : host;
    Product shaped = Product.shaped(path);
    Product product = shaped;
    if (host != null) {
      product = Product.labelled(host.product());
      if (product == null) {
        throw new NotModelled("the product " + host.product() + DOMAIN);
      }
    }
    if (product == Product.API && shaped == product) {
      requireJson(path);
    }
    String label = product == null ? Product.API.label() : product.label();
    return new Target(
        path, label + DOMAIN, host == null ? "us1" : host.region(), product != shaped);
  }

  /** REST-01: without a suffix the platform answers XML. Recordings' media have none. */
  private static void requireJson(String path) {
    int slash = path.lastIndexOf('/');
    boolean json = path.endsWith(".json");
    boolean media = path.lastIndexOf("/Recordings/", slash) == slash - "/Recordings".length();
    if (!json && !media) {
      throw new NotModelled(
          "answers in XML or CSV, which this path asks for; end it in .json (it is " + path + ")");
    }
  }
}
