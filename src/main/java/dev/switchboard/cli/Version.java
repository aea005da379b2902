package dev.switchboard.cli;

import picocli.CommandLine.IVersionProvider;

/** What is written into the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "Switchboard "
          + (version == null ? "development" : version)
          + ", Java "
          + System.getProperty("java.version")
    };
  }
}
