/**
 * The pages people use: the agent's and the supervisor's, in English and Japanese, made on the
 * server. A request comes in as {@link dev.switchboard.web.Incoming} and leaves as {@link
 * dev.switchboard.web.Answer}; what the pages show and do goes through two ports, {@link
 * dev.switchboard.pages.Board} and {@link dev.switchboard.pages.Desk}. Who asks is told by the
 * session alone. A page is told that something has changed, and then asks for its fragment anew. It
 * must not know a web server, the platform, or how a conversation decides.
 */
package dev.switchboard.pages;
