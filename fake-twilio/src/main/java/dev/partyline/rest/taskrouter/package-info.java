/**
 * TaskRouter's API, v1 (TR-WS-01 to TR-WS-09): resources over the model of {@code taskrouter},
 * reached through {@link dev.partyline.rest.taskrouter.Workspaces}. It carries nothing out itself.
 */
package dev.partyline.rest.taskrouter;
