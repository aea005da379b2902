/**
 * The live calls as people see them: who talks to whom, since when, in which state, and who
 * listens. In come conversations from the store; out come lines, which are views and change
 * nothing. It must not know how anything is shown. Read {@link dev.switchboard.calllist.CallLine}
 * next.
 */
package dev.switchboard.calllist;
