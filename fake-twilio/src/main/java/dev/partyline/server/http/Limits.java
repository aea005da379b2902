package dev.partyline.server.http;

/** How much a request may hold. The platform's own limits are not published; these are ours. */
public final class Limits {

  /** Bytes of the request line and headers together. */
  public static final int HEADER_BYTES = 16 * 1024;

  /** Bytes of a body. */
  public static final int BODY_BYTES = 1024 * 1024;

  /** Values of parameters in query and body together. */
  public static final int PARAMETERS = 1_000;

  private Limits() {}
}
