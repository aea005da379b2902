/**
 * Softphones: what runs in a browser tab, and what the platform keeps of it.
 *
 * <p>A {@link dev.partyline.client.Device} is operated like the page that has it: registered, made
 * to call, made to accept. {@link dev.partyline.client.Devices} is the platform's side: who is
 * registered under which identity, which devices a leg rings at, who was first. Between the two are
 * messages that take their time and may cross, which is where most races of softphones come from;
 * and all a page can know is what such a message told it, which is never a conference's SID
 * (CLIENT-09). What pages are told is in the journal. Legs belong to the platform behind {@link
 * dev.partyline.client.Exchange}. Rules: CLIENT-01 to CLIENT-26.
 */
package dev.partyline.client;
