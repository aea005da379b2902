package dev.partyline.server.transport;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where webhooks may go, and by which way.
 *
 * @param rewrites from the beginning of a URL the application is known by, to where it really is;
 *     it changes the way only: Host header, signature and relative URLs keep the public one. The
 *     longest beginning counts
 * @param allowedHosts hosts beside loopback that may be asked, in lower case; {@code *} for all
 * @param verifyTls whether certificates of https receivers must be valid (SEC-11)
 */
public record Reach(Map<String, String> rewrites, List<String> allowedHosts, boolean verifyTls) {

  /** Loopback alone. */
  public static final Reach LOOPBACK = new Reach(Map.of(), List.of(), false);

  /** Keeps its own copies. */
  public Reach {
    rewrites = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rewrites));
    allowedHosts = allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  /** The same with one more rewrite. */
  public Reach rewriting(String publicBase, String realBase) {
    Map<String, String> more = new LinkedHashMap<>(rewrites);
    more.put(publicBase, realBase);
    return new Reach(more, allowedHosts, verifyTls);
  }

  /** Where a URL is really found. */
  String real(String url) {
    String best = null;
    for (String base : rewrites.keySet()) {
      boolean whole =
          url.startsWith(base)
              && (url.length() == base.length()
                  || base.endsWith("/")
                  || "/?#".indexOf(url.charAt(base.length())) >= 0);
      if (whole && (best == null || base.length() > best.length())) {
        best = base;
      }
    }
    return best == null ? url : rewrites.get(best) + url.substring(best.length());
  }

  /** Whether the fake may connect there. */
  boolean allows(URI real) {
    String host = real.getHost() == null ? "" : real.getHost().toLowerCase(Locale.ROOT);
    boolean loopback =
        host.equals("localhost")
            || host.equals("[::1]")
            || host.equals("::1")
            || host.matches("127(\\.[0-9]{1,3}){3}");
    return loopback || allowedHosts.contains("*") || allowedHosts.contains(host);
  }
}
