/**
 * Who uses Switchboard: people with a role, passwords of which only hashes exist, and sessions in
 * the database, so that every instance knows who has logged in. In come a name and a password, or
 * what a browser holds; out comes a {@link dev.switchboard.people.Session}, which alone says who
 * somebody is and what they may do: nothing a client sends can make it another. It must not know
 * HTTP.
 */
package dev.switchboard.people;
