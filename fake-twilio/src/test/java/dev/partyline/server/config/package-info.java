/** The configuration file: its example, and every kind of mistake with its place. */
package dev.partyline.server.config;
