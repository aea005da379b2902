/**
 * The command line: words in, an exit code out: 0 as it should be, 1 it failed, 2 wrong usage or a
 * wrong configuration. What is wrong goes to standard error in sentences, without a stack. It must
 * not know how anything is done.
 */
package dev.switchboard.cli;
