/** Measurements that need libraries of the tests; run by hand, never as tests. */
package dev.partyline.bench;
