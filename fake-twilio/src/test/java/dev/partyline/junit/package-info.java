/** Tests of tests: what a platform for each JUnit test does for people. */
package dev.partyline.junit;
