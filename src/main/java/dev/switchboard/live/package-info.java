/**
 * Switchboard as a running process: the real clock, threads, chance, database and sockets, put
 * round {@link dev.switchboard.App}. In comes a {@link dev.switchboard.config.Configuration}; out
 * comes an {@link dev.switchboard.live.Instance} that serves until it is closed. The only package
 * with threads and a wall clock; it decides nothing about calls.
 */
package dev.switchboard.live;
