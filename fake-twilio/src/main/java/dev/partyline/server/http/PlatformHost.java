package dev.partyline.server.http;

import java.util.Locale;

/**
 * A host name of the platform: {@code {product}[.{edge}][.{region}].twilio.com} (REST-14).
 *
 * @param product first label
 * @param edge null when it names none
 * @param region {@code us1} when it names none
 */
public record PlatformHost(String product, String edge, String region) {

  private static final String DOMAIN = ".twilio.com";

  /**
   * Reads a host, with or without a port.
   *
   * @return null when it is no host of the platform
   */
  public static PlatformHost of(String host) {
    if (host == null) {
      return null;
    }
    int colon = host.lastIndexOf(':');
    String name = (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    if (!name.endsWith(DOMAIN)) {
      return null;
    }
    String[] labels = name.substring(0, name.length() - DOMAIN.length()).split("\\.", -1);
    for (String label : labels) {
      if (!label.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
        return null;
      }
    }
    return switch (labels.length) {
      case 1 -> new PlatformHost(labels[0], null, "us1");
      case 2 -> new PlatformHost(labels[0], null, labels[1]);
      case 3 -> new PlatformHost(labels[0], labels[1], labels[2]);
      default -> null;
    };
  }
}
