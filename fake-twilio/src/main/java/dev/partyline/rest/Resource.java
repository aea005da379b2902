package dev.partyline.rest;

/** A family of paths of the API. */
public interface Resource {

  /** Puts its paths into the table. */
  void addTo(Routes routes);
}
