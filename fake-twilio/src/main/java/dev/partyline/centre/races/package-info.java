/**
 * The scenarios that ship: one table for each stage of a call's way through the centre. Each line
 * is a situation, what the platform makes of it, the rules it shows, and facts that are checked
 * each time it is played.
 */
package dev.partyline.centre.races;
