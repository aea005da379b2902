/**
 * TaskRouter joined to time, telephone and application: the desk that owns the workspaces, carries
 * out what their model decides, tells the application, and moves calls as instructions say.
 *
 * <p>What comes in: commands by REST, callers that documents put into a workflow's queue, and what
 * happens to legs. What goes out: webhooks, legs that are dialled and moved, journal entries. It
 * knows the telephone side only through {@link dev.partyline.routing.Lines}, and no sockets. Read
 * {@link dev.partyline.routing.Desk} next.
 */
package dev.partyline.routing;
