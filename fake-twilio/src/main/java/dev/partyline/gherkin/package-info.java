/**
 * Scenarios in Gherkin, English or Japanese, for people who never open a Java file.
 *
 * <p>Steps of a scenario come in. The {@code Given} steps pin choices in a {@link
 * dev.partyline.gherkin.Script}, the {@code When} step has the {@link
 * dev.partyline.gherkin.Rehearsal} play it in simulated time, and the {@code Then} steps look at
 * the journal and at what the laws say. Nothing here knows a program under test: a {@link
 * dev.partyline.gherkin.SubjectProvider} brings those. The model of the platform is not known
 * either. To run, Cucumber needs this package as glue and {@link dev.partyline.gherkin.StepObjects}
 * as its object factory, which a service file has to name; {@link dev.partyline.gherkin.StepList}
 * has every step in both languages.
 */
package dev.partyline.gherkin;
