/** TaskRouter's REST API, asked as an application asks it. */
package dev.partyline.rest.taskrouter;
