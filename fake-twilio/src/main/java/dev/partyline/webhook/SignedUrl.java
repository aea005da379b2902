package dev.partyline.webhook;

/**
 * The URL as the platform signs it: nobody knows for certain when the port is part of it (SEC-06).
 */
final class SignedUrl {

  private SignedUrl() {}

  /**
   * The URL to sign.
   *
   * @param url absolute
   * @param ports {@code asConfigured} leaves out the scheme's own port, {@code always} writes a
   *     port, {@code never} writes none
   * @param userInfo whether user and password of the URL are signed, too (SEC-10)
   */
  static String of(String url, String ports, boolean userInfo) {
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return url;
    }
    int start = scheme + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int at = url.lastIndexOf('@', end - 1);
    if (at >= start && !userInfo) {
      return of(url.substring(0, start) + url.substring(at + 1), ports, true);
    }
    int colon = url.lastIndexOf(':', end - 1);
    boolean written =
        colon > at && colon >= start && url.substring(colon + 1, end).matches("[0-9]+");
    String port = written ? url.substring(colon + 1, end) : "";
    String standard = url.startsWith("https:") ? "443" : "80";
    String signed =
        switch (ports) {
          case "always" -> written ? port : standard;
          case "never" -> "";
          default -> port.equals(standard) ? "" : port;
        };
    return url.substring(0, written ? colon : end)
        + (signed.isEmpty() ? "" : ":" + signed)
        + url.substring(end);
  }
}
