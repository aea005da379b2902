/**
 * The language in which queues choose workers and workflows choose tasks (TR-WF-35 to 46).
 *
 * <p>{@link dev.partyline.taskrouter.expression.Expression#parse} checks the syntax and says where
 * it is wrong; {@link dev.partyline.taskrouter.expression.Expression#holds} never fails: what
 * cannot be compared does not match.
 */
package dev.partyline.taskrouter.expression;
