/** The command line, as its user sees it. */
package dev.partyline.cli;
