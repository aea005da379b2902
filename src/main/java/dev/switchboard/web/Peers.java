package dev.switchboard.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who sent a request that came through proxies. {@code X-Forwarded-For} is believed as far as
 * trusted proxies wrote it: each adds at the end whom it was asked by, and what stands further left
 * anybody may have made up.
 */
public final class Peers {

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[0-9A-Za-z]+)?");
  private static final Pattern WITH_PORT = Pattern.compile("\\[(.*)](:[0-9]+)?|([^:]+):[0-9]+");

  private final Set<String> trusted;

  /** Trusts proxies at these addresses; with none, the header is not looked at. */
  public Peers(List<String> trusted) {
    this.trusted = new TreeSet<>();
    trusted.forEach(address -> this.trusted.add(plain(address)));
  }

  /**
   * The address of who sent it.
   *
   * @param remote who opened the connection
   * @param forwardedFor all values of the header, in their order; may be empty
   */
  public String sender(String remote, List<String> forwardedFor) {
    String sender = plain(remote);
    if (!trusted.contains(sender)) {
      return sender;
    }
    String[] chain = String.join(",", forwardedFor).split(",");
    for (int i = chain.length - 1; i >= 0; i--) {
      String before = plain(chain[i]);
      if (!ADDRESS.matcher(before).matches()) {
        return sender;
      }
      sender = before;
      if (!trusted.contains(sender)) {
        return sender;
      }
    }
    return sender;
  }

  /** Without blanks, port and brackets; the two ways to write the own machine are one. */
  private static String plain(String address) {
    String bare = address.trim();
    var ported = WITH_PORT.matcher(bare);
    if (ported.matches()) {
      bare = ported.group(1) == null ? ported.group(3) : ported.group(1);
    }
    return bare.equals("0:0:0:0:0:0:0:1") ? "::1" : bare;
  }
}
