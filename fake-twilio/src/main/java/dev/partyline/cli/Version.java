package dev.partyline.cli;

import picocli.CommandLine.IVersionProvider;

/** What is written into the jar. */
final class Version implements IVersionProvider {

  /** The version of this jar; {@code development} outside of one. */
  static String here() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Partyline " + here() + ", Java " + System.getProperty("java.version")};
  }
}
