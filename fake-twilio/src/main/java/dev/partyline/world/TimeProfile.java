package dev.partyline.world;

import dev.partyline.sim.Span;

/**
 * How long the platform's steps take.
 *
 * @param restOut from the application's REST call to the platform
 * @param restBack from the platform's answer to the application
 * @param queuedToInitiated from the acceptance of an outbound leg to its being dialled
 * @param toTwimlRequest from the moment a document is needed to its request
 * @param documentAnswer from the end of the application's handler to the platform having the
 *     document
 * @param callbackAnswer the same for status callbacks
 * @param toJoin from a Dial to the conference to the leg being in it
 * @param clientConnect from a softphone's click to the platform knowing
 * @param toCallback from an event to the first attempt to deliver it
 * @param toRecording from the end of a recording to its file being there
 */
public record TimeProfile(
    Span restOut,
    Span restBack,
    Span queuedToInitiated,
    Span toTwimlRequest,
    Span documentAnswer,
    Span callbackAnswer,
    Span toJoin,
    Span clientConnect,
    Span toCallback,
    Span toRecording) {

  private static final Span STANDARD_TO_RECORDING = Span.of(500, 2_000, 10_000);

  /** With the usual time to make a file of a recording. */
  public TimeProfile(
      Span restOut,
      Span restBack,
      Span queuedToInitiated,
      Span toTwimlRequest,
      Span documentAnswer,
      Span callbackAnswer,
      Span toJoin,
      Span clientConnect,
      Span toCallback) {
    this(
        restOut,
        restBack,
        queuedToInitiated,
        toTwimlRequest,
        documentAnswer,
        callbackAnswer,
        toJoin,
        clientConnect,
        toCallback,
        STANDARD_TO_RECORDING);
  }

  /** The ranges of the reference's time profile. */
  public static final TimeProfile STANDARD =
      new TimeProfile(
          Span.of(25, 60, 200),
          Span.of(25, 60, 200),
          Span.of(0, 50, 200),
          Span.of(20, 75, 300),
          Span.of(20, 100, 14_000),
          Span.of(5, 20, 500),
          Span.of(50, 200, 800),
          Span.of(20, 60, 400),
          Span.of(20, 200, 1_500));

  /** The same with another longest delay of callbacks. */
  public TimeProfile withCallbacksUpTo(long ms) {
    return new TimeProfile(
        restOut,
        restBack,
        queuedToInitiated,
        toTwimlRequest,
        documentAnswer,
        callbackAnswer,
        toJoin,
        clientConnect,
        Span.of(
            toCallback.min(), Math.min(toCallback.typical(), ms), Math.max(ms, toCallback.min())),
        toRecording);
  }

  /** The same with an application that answers for documents within this time at the most. */
  public TimeProfile withDocumentsUpTo(long ms) {
    return new TimeProfile(
        restOut,
        restBack,
        queuedToInitiated,
        toTwimlRequest,
        Span.of(documentAnswer.min(), Math.min(documentAnswer.typical(), ms), ms),
        callbackAnswer,
        toJoin,
        clientConnect,
        toCallback,
        toRecording);
  }

  /**
   * The same with an application that is far from the platform: each REST call, document and
   * callback has a way there and a way back more (REGION-27).
   *
   * @param oneWayMs 0 when it is next door
   */
  public TimeProfile withApplicationAt(long oneWayMs) {
    if (oneWayMs == 0) {
      return this;
    }
    return new TimeProfile(
        later(restOut, oneWayMs),
        later(restBack, oneWayMs),
        queuedToInitiated,
        toTwimlRequest,
        later(documentAnswer, 2 * oneWayMs),
        later(callbackAnswer, 2 * oneWayMs),
        toJoin,
        clientConnect,
        later(toCallback, oneWayMs),
        toRecording);
  }

  private static Span later(Span span, long ms) {
    return Span.of(span.min() + ms, span.typical() + ms, span.max() + ms);
  }

  /** The same with documents and callbacks quick enough to go through every order of events. */
  public TimeProfile bounded() {
    return new TimeProfile(
        restOut,
        restBack,
        queuedToInitiated,
        toTwimlRequest,
        Span.of(20, 100, 500),
        callbackAnswer,
        toJoin,
        clientConnect,
        Span.of(20, 200, 400),
        toRecording);
  }
}
