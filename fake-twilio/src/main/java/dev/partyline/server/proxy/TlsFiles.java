package dev.partyline.server.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The proxy's certificate and what clients need in order to trust it, in a folder. Made when it is
 * not there yet or about to expire; several processes may share a folder.
 *
 * @param folder readable by its owner alone
 */
public record TlsFiles(Path folder) {

  /** Password of the trust store, as the JDK's own has it. */
  public static final String TRUST_PASSWORD = "changeit";

  private static final char[] KEY_PASSWORD = "partyline".toCharArray();
  private static final Duration LEFT = Duration.ofDays(14);

  /**
   * The usual place: {@code partyline} in the user's cache folder, or in the folder for temporary
   * files where there is no home.
   */
  public static Path usual() {
    String cache = System.getenv("XDG_CACHE_HOME");
    String home = System.getProperty("user.home", "");
    Path base =
        cache != null && !cache.isBlank()
            ? Path.of(cache)
            : home.isBlank() || home.equals("?") || !Files.isDirectory(Path.of(home))
                ? Path.of(System.getProperty("java.io.tmpdir"))
                : Path.of(home, ".cache");
    return base.resolve("partyline").resolve("tls-1");
  }

  /**
   * The files of a folder, made now when they are missing, broken or expire within two weeks.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static TlsFiles in(Path folder) {
    TlsFiles files = new TlsFiles(folder.toAbsolutePath());
    if (!files.good(Instant.now())) {
      files.make(Instant.now());
    }
    return files;
  }

  /** Our authority alone, PEM: for {@code NODE_EXTRA_CA_CERTS} and {@code --cacert}. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /** The JDK's authorities and ours, PEM: for programs that take one file in place of their own. */
  public Path bundle() {
    return folder.resolve("ca-bundle.pem");
  }

  /** The JDK's authorities and ours, PKCS12: for {@code javax.net.ssl.trustStore}. */
  public Path trustStore() {
    return folder.resolve("truststore.p12");
  }

  private Path hostKey() {
    return folder.resolve("host.p12");
  }

  /** Key and certificates of the proxy. */
  KeyStore hostKeys() {
    try {
      return load(hostKey(), KEY_PASSWORD);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot read " + hostKey() + ": " + e, e);
    }
  }

  /** Password of the key. */
  static String keyPassword() {
    return new String(KEY_PASSWORD);
  }

  private boolean good(Instant now) {
    if (!Stream.of(authority(), bundle(), trustStore(), hostKey()).allMatch(Files::isReadable)) {
      return false;
    }
    try {
      Certificate host = load(hostKey(), KEY_PASSWORD).getCertificate("host");
      return host instanceof X509Certificate x509
          && x509.getNotAfter().toInstant().isAfter(now.plus(LEFT));
    } catch (GeneralSecurityException | IOException broken) {
      return false;
    }
  }

  private void make(Instant now) {
    try {
      Files.createDirectories(folder.getParent());
      Path fresh = Files.createTempDirectory(folder.getParent(), "making-");
      try {
        new TlsFiles(fresh).write(Issuer.issue(now));
        replace(fresh, now);
      } finally {
        delete(fresh);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no trust store could be made: " + e, e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write certificates into " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Another process may have been quicker: then its files count. */
  private void replace(Path fresh, Instant now) throws IOException {
    try {
      delete(folder);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException taken) {
      if (!good(now)) {
        throw taken;
      }
    }
  }

  private void write(Issuer.Issued issued) throws GeneralSecurityException, IOException {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    StringBuilder bundle = new StringBuilder();
    KeyStore defaults = defaults();
    for (String alias : Collections.list(defaults.aliases())) {
      Certificate known = defaults.getCertificate(alias);
      trust.setCertificateEntry(alias, known);
      bundle.append(pem(known));
    }
    trust.setCertificateEntry("partyline", issued.authority());
    bundle.append(pem(issued.authority()));
    KeyStore host = KeyStore.getInstance("PKCS12");
    host.load(null, null);
    host.setKeyEntry(
        "host",
        issued.key().getPrivate(),
        KEY_PASSWORD,
        new Certificate[] {issued.host(), issued.authority()});
    Files.writeString(authority(), pem(issued.authority()));
    Files.writeString(bundle(), bundle);
    store(trust, trustStore(), TRUST_PASSWORD.toCharArray());
    store(host, hostKey(), KEY_PASSWORD);
    if (Files.getFileStore(hostKey()).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(hostKey(), PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** The authorities this JDK trusts; none when it has no such file. */
  private static KeyStore defaults() throws GeneralSecurityException, IOException {
    Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    if (!Files.isReadable(file)) {
      KeyStore none = KeyStore.getInstance("PKCS12");
      none.load(null, null);
      return none;
    }
    return KeyStore.getInstance(file.toFile(), TRUST_PASSWORD.toCharArray());
  }

  private static KeyStore load(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, password);
    }
    return keys;
  }

  private static void store(KeyStore keys, Path file, char[] password)
      throws GeneralSecurityException, IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      keys.store(out, password);
    }
  }

  private static String pem(Certificate certificate) throws GeneralSecurityException {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> inside = Files.list(folder)) {
      files = inside.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
