package dev.partyline.script;

import dev.partyline.twiml.Document;

/**
 * What the answer to a request for a document turned out to be.
 *
 * @param document what can be run; null when there is none
 * @param code the platform's error code; 0 with a document
 * @param text what is wrong with the answer; empty with a document
 */
record Answer(Document document, int code, String text) {

  static Answer of(Document document) {
    return new Answer(document, 0, "");
  }

  static Answer useless(int code, String text) {
    return new Answer(null, code, text);
  }
}
