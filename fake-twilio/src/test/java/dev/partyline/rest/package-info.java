/** The common shape of the REST API. */
package dev.partyline.rest;
