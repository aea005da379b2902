/**
 * The web server: turns HTTP requests into {@link dev.switchboard.web.Incoming} and answers back
 * into HTTP. The only package that imports Javalin. It must not know what any path means.
 */
package dev.switchboard.web.javalin;
