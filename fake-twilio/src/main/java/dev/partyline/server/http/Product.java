package dev.partyline.server.http;

import java.util.List;
import java.util.Locale;

/** Which product a request is for, and its path without a prefix that names it. */
record Product(String host, String path) {

  private static final List<String> PRODUCTS = List.of("api", "taskrouter", "sync", "monitor");

  /**
   * Finds the product by path prefix, by forwarded host, by host, or by the shape of the path.
   *
   * @param path encoded, beginning with a slash
   */
  static Product of(String host, String forwardedHost, String path) {
    int end = path.indexOf('/', 1);
    String first = path.substring(1, end < 0 ? path.length() : end).toLowerCase(Locale.ROOT);
    if (isProduct(first)) {
      return new Product(name(first) + ".twilio.com", end < 0 ? "/" : path.substring(end));
    }
    for (String one : new String[] {forwardedHost, host}) {
      String bare = one == null ? "" : one.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
      if (isProduct(bare)) {
        return new Product(name(bare) + ".twilio.com", path);
      }
    }
    String shape =
        path.startsWith("/v1/Workspaces")
            ? "taskrouter"
            : path.startsWith("/v1/Services")
                ? "sync"
                : path.startsWith("/v1/") ? "monitor" : "api";
    return new Product(shape + ".twilio.com", path);
  }

  private static boolean isProduct(String host) {
    return host.endsWith(".twilio.com") && PRODUCTS.contains(name(host));
  }

  private static String name(String host) {
    return host.substring(0, host.indexOf('.'));
  }
}
