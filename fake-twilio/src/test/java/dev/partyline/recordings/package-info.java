/** Recordings as an application sees them: verbs, REST, callbacks and sound files. */
package dev.partyline.recordings;
