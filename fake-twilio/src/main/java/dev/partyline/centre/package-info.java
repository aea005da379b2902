/**
 * A contact centre with an application built in: one workspace, agents at softphones, callers from
 * outside. Scenarios ({@code centre.races}) and the day of a whole centre ({@code centre.day}) are
 * played in it. It uses the platform as people and programs do: over phones, webhooks and REST; it
 * must not know how runs are judged or shown.
 */
package dev.partyline.centre;
