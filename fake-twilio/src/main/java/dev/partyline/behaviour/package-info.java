/**
 * What is true of Twilio, rule by rule, and how much of it this fake does.
 *
 * <p>In come the rule files beside this package (one line per rule: id, confidence, standing,
 * reason, sentence) and the names of the tests that pin rules; out comes {@code BEHAVIOUR.md}.
 * Start with {@link dev.partyline.behaviour.RuleCatalogue#voice}; {@link
 * dev.partyline.behaviour.BehaviourTable} writes the document. The package only describes: it knows
 * neither the models nor the test framework.
 */
package dev.partyline.behaviour;
