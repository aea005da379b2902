package dev.partyline.server.http;

/** A product of the platform, told by its host or by the shape of a path (contract 1.1). */
enum Product {
  /** Voice and accounts. */
  API("api", "/2010-04-01"),
  /** Tasks and workers. */
  TASKROUTER("taskrouter", "/v1/Workspaces"),
  /** Documents, lists and maps. */
  SYNC("sync", "/v1/Services"),
  /** Alerts and events. */
  MONITOR("monitor", "/v1/Alerts", "/v1/Events");

  private final String label;
  private final String[] roots;

  Product(String label, String... roots) {
    this.label = label;
    this.roots = roots;
  }

  /** First label of its host. */
  String label() {
    return label;
  }

  /** The product whose host begins with this label; null when it is none of these. */
  static Product labelled(String label) {
    for (Product product : values()) {
      if (product.label.equals(label)) {
        return product;
      }
    }
    return null;
  }

  /** The product a path belongs to by its shape; null when it has none. */
  static Product shaped(String path) {
    for (Product product : values()) {
      for (String root : product.roots) {
        if (path.startsWith(root)
            && (path.length() == root.length()
                || path.charAt(root.length()) == '/'
                || path.startsWith(".json", root.length()))) {
          return product;
        }
      }
    }
    return null;
  }
}
