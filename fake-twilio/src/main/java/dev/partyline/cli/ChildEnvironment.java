package dev.partyline.cli;

import dev.partyline.server.proxy.TlsFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables that lead a program of any language to the proxy, and let it trust what it meets
 * there (contract, section 4).
 */
final class ChildEnvironment {

  private static final String LOOPBACK = "localhost,127.0.0.1,::1";

  private ChildEnvironment() {}

  /**
   * What is to be set.
   *
   * @param inherited the environment so far; what a variable has already is kept where both can be
   * @param noProxy more hosts that are reached without the proxy, separated by commas; may be empty
   */
  static Map<String, String> of(
      Serving serving, TlsFiles tls, Map<String, String> inherited, String noProxy) {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("TWILIO_ACCOUNT_SID", serving.configuration().accountSid());
    set.put("TWILIO_AUTH_TOKEN", serving.configuration().authToken());
    set.put("PARTYLINE_URL", serving.doors().url());
    String proxy = serving.doors().proxyUrl();
    for (String name : new String[] {"HTTP_PROXY", "HTTPS_PROXY"}) {
      set.put(name, proxy);
      set.put(name.toLowerCase(java.util.Locale.ROOT), proxy);
    }
    String direct = join(",", LOOPBACK, inherited.get("NO_PROXY"), noProxy);
    set.put("NO_PROXY", direct);
    set.put("no_proxy", direct);
    // Node: its own list and this file; from 24 on also for its built-in clients
    set.put("NODE_EXTRA_CA_CERTS", tls.authority().toString());
    set.put("NODE_USE_ENV_PROXY", "1");
    // Python, curl and most others: this file in place of their own list
    for (String name : new String[] {"REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE"}) {
      set.put(name, tls.bundle().toString());
    }
    set.put(
        "JAVA_TOOL_OPTIONS",
        join(" ", inherited.get("JAVA_TOOL_OPTIONS"), java(serving, tls, direct)));
    return set;
  }

  private static String java(Serving serving, TlsFiles tls, String direct) {
    String host = serving.configuration().doors().host();
    String port = Integer.toString(serving.doors().proxyPort());
    StringBuilder hosts = new StringBuilder("127.*|[::1]");
    for (String one : direct.split(",")) {
      if (!one.isBlank() && !one.equals("::1") && !one.equals("127.0.0.1")) {
        hosts.append('|').append(one.startsWith(".") ? "*" + one : one.strip());
      }
    }
    return join(
        " ",
        "-Dhttps.proxyHost=" + host,
        "-Dhttps.proxyPort=" + port,
        "-Dhttp.proxyHost=" + host,
        "-Dhttp.proxyPort=" + port,
        "-Dhttp.nonProxyHosts=" + hosts,
        quoted("-Djavax.net.ssl.trustStore=" + tls.trustStore()),
        "-Djavax.net.ssl.trustStorePassword=" + TlsFiles.TRUST_PASSWORD);
  }

  private static String quoted(String option) {
    return option.indexOf(' ') < 0 ? option : '"' + option + '"';
  }

  private static String join(String separator, String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (part != null && !part.isBlank()) {
        text.append(text.length() == 0 ? "" : separator).append(part);
      }
    }
    return text.toString();
  }
}
