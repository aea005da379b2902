/**
 * Proof that the fake's REST answers are those of the vendor's OpenAPI documents.
 *
 * <p>{@link dev.partyline.contract.Contract} looks at every answer that a test provokes; the tests
 * here walk over all operations, send generated requests, and use the vendor's SDK. The documents
 * lie in the folder named by the system property {@code twilio.oai.dir}; without them the checks do
 * nothing and the tests are skipped and say so. Nothing here knows the models.
 */
package dev.partyline.contract;
