package dev.partyline.server;

import java.nio.file.Path;

/**
 * Where the doors are.
 *
 * @param host address to listen at, usually 127.0.0.1
 * @param port of the plain HTTP door; 0 for any that is free
 * @param proxyPort of the proxy door; 0 for any that is free, -1 for no proxy
 * @param tlsFolder where the proxy's certificates are kept; null for the user's cache folder
 */
public record DoorSettings(String host, int port, int proxyPort, Path tlsFolder) {

  /** The plain door alone, at any free port of loopback. */
  public static DoorSettings plain() {
    return new DoorSettings("127.0.0.1", 0, -1, null);
  }

  /** Both doors at free ports of loopback. */
  public static DoorSettings both() {
    return new DoorSettings("127.0.0.1", 0, 0, null);
  }
}
