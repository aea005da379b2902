/** Where voices are mixed, path by path, and how late they are heard. */
package dev.partyline.regions;
