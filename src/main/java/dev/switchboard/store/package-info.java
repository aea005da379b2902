/**
 * Where conversations are kept. A change goes in as a pure function of what is kept, and is applied
 * as one atomic step; what comes out is what that function gave. It must not know what a
 * conversation means, and must never run anything but that function while it holds on to a record.
 */
package dev.switchboard.store;
