package dev.switchboard.web;

/** Tells whether a webhook comes from the platform. */
@FunctionalInterface
public interface SignatureCheck {

  boolean isGenuine(Incoming request);
}
