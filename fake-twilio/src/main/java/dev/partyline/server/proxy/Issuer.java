package dev.partyline.server.proxy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a certificate authority, has it sign one certificate for the platform's hosts, and forgets
 * its key: whoever trusts it trusts that one certificate and no other, ever.
 */
final class Issuer {

  /** Shorter than the 825 days that some systems accept at most. */
  static final Duration VALID = Duration.ofDays(365);

  private static final String ALGORITHM = "SHA256withECDSA";
  private static final List<String> REGIONS =
      List.of("us1", "us2", "ie1", "de1", "au1", "jp1", "sg1", "br1");
  private static final List<String> EDGES =
      List.of(
          "ashburn",
          "umatilla",
          "dublin",
          "frankfurt",
          "sao-paulo",
          "singapore",
          "sydney",
          "tokyo",
          "roaming");

  /**
   * What it made.
   *
   * @param key of the host certificate
   */
  record Issued(X509Certificate authority, X509Certificate host, KeyPair key) {}

  private Issuer() {}

  static Issued issue(Instant now) {
    try {
      KeyPair authorityKey = key();
      KeyPair hostKey = key();
      X509Certificate authority = authority(authorityKey, now);
      return new Issued(authority, host(authority, authorityKey, hostKey, now), hostKey);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("no certificate could be made: " + e, e);
    }
  }

  /** All hosts of the certificate: a wildcard stands for one label. */
  static List<String> hosts() {
    List<String> hosts = new ArrayList<>();
    hosts.add("*.twilio.com");
    for (String region : REGIONS) {
      hosts.add("*." + region + ".twilio.com");
      for (String edge : EDGES) {
        hosts.add("*." + edge + "." + region + ".twilio.com");
      }
    }
    return hosts;
  }

  private static KeyPair key() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    return keys.generateKeyPair();
  }

  private static X509Certificate authority(KeyPair key, Instant now)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X500Name name = new X500Name("CN=Partyline test authority, O=Partyline (for tests alone)");
    JcaX509v3CertificateBuilder builder = builder(name, name, key, now);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    return signed(builder, key);
  }

  private static X509Certificate host(
      X509Certificate authority, KeyPair authorityKey, KeyPair key, Instant now)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    JcaX509v3CertificateBuilder builder =
        builder(
            X500Name.getInstance(authority.getSubjectX500Principal().getEncoded()),
            new X500Name("CN=*.twilio.com, O=Partyline (for tests alone)"),
            key,
            now);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            hosts().stream()
                .map(host -> new GeneralName(GeneralName.dNSName, host))
                .toArray(GeneralName[]::new)));
    return signed(builder, authorityKey);
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair key, Instant now)
      throws GeneralSecurityException, IOException {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(VALID)),
            subject,
            key.getPublic());
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
    return builder;
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair by)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(ALGORITHM).build(by.getPrivate())));
  }
}
