/**
 * Runs documents: fetches them and carries out their verbs, top to bottom, one document a leg.
 *
 * <p>{@link dev.partyline.script.Scripts} is the way in: a leg gets a document, ends, is let go by
 * a conference, hears keys. A {@link dev.partyline.script.Session} is the place of one leg in its
 * document. A verb that takes time is a {@link dev.partyline.script.Running}: it is told when the
 * leg ends, is let go, or gets another document. {@link dev.partyline.script.Documents} fetches and
 * reads; one class a family of verbs does the rest. What they need of the platform is the port
 * {@link dev.partyline.script.Platform}; nothing here knows who implements it.
 */
package dev.partyline.script;
