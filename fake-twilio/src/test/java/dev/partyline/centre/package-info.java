/** The scenarios that ship and the day of a whole centre. */
package dev.partyline.centre;
