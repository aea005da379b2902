/**
 * The outbound flow at work: it hands events to the conversation they belong to, keeps what comes
 * of it, and carries out the commands through its ports.
 *
 * <p>In come events, from the web and from timers. Out go requests to the platform, by {@link
 * dev.switchboard.outbound.CallControl}, and requests to be woken, by {@link
 * dev.switchboard.outbound.Timers}. It must not know HTTP, the platform's library, or how a
 * conversation decides. No lock is held while a request is out: a change of a conversation is one
 * short step in the store, and its commands are carried out afterwards, each by a task of its own,
 * so that no webhook ever waits for the platform.
 *
 * <p>The flow: the agent's softphone calls, and is sent alone into a room named after its call.
 * Once it is heard of in there, and not before, the customer is dialled into that room by its SID.
 * What this costs:
 *
 * <table>
 *   <caption>Webhooks and REST calls per conversation, when nothing is lost</caption>
 *   <tr><th>flow</th><th>webhooks</th><th>REST calls</th></tr>
 *   <tr>
 *     <td>answered, the customer hangs up</td>
 *     <td>6: outgoing; join, join; customer's status; dial ended; call ended</td>
 *     <td>1: dial</td>
 *   </tr>
 *   <tr>
 *     <td>answered, the agent's leg hangs up</td>
 *     <td>5 or 6: as above, dial ended only in some worlds (TWIML-29)</td>
 *     <td>2: dial, end the customer's leg</td>
 *   </tr>
 *   <tr>
 *     <td>answered, the agent presses the button</td>
 *     <td>as above, and the page's request</td>
 *     <td>3: dial, end both legs</td>
 *   </tr>
 *   <tr>
 *     <td>busy, no answer, failed</td>
 *     <td>5: outgoing; join; customer's status; dial ended; call ended</td>
 *     <td>2: dial, complete the room</td>
 *   </tr>
 *   <tr>
 *     <td>the agent hangs up while it rings</td>
 *     <td>4 or 5</td>
 *     <td>2: dial, end the customer's leg</td>
 *   </tr>
 *   <tr>
 *     <td>each 10 s of ringing, each 15 s of talk</td>
 *     <td>0</td>
 *     <td>1: look into the room</td>
 *   </tr>
 *   <tr>
 *     <td>each 4 s that the phone of somebody called in rings</td>
 *     <td>0</td>
 *     <td>1: look into the room, for the one callback that tells of their coming may be lost</td>
 *   </tr>
 *   <tr>
 *     <td>each hold, resume, mute, unmute</td>
 *     <td>0</td>
 *     <td>1: change the sound</td>
 *   </tr>
 *   <tr>
 *     <td>transfer without asking</td>
 *     <td>2: join; the colleague's status</td>
 *     <td>2: dial, end the agent's leg</td>
 *   </tr>
 *   <tr>
 *     <td>transfer after asking</td>
 *     <td>2: join; the colleague's status</td>
 *     <td>4: hold, dial, end the agent's leg, resume; 2 for each swap</td>
 *   </tr>
 *   <tr>
 *     <td>somebody calls us, talks with an agent and hangs up</td>
 *     <td>6: incoming; assignment; join, join; agent's status; call ended</td>
 *     <td>5: ring the agent, accept, move the caller, wrap, complete; 1 or 2 more where the
 *         platform has wrapped the task already</td>
 *   </tr>
 *   <tr>
 *     <td>each offer that is missed or declined</td>
 *     <td>2: assignment; agent's status</td>
 *     <td>4: ring, give back; look at the worker, bring back</td>
 *   </tr>
 *   <tr>
 *     <td>each 15 s in the queue</td>
 *     <td>0</td>
 *     <td>1: look at the caller's leg; each minute 1 more, for the task</td>
 *   </tr>
 *   <tr>
 *     <td>where softphones are shown their calls by Sync ({@code sync.documents})</td>
 *     <td>0</td>
 *     <td>3 more for a call out, 2 for a call in; 1 for each hold, resume and transfer; 2 where
 *         another instance has written meanwhile</td>
 *   </tr>
 *   <tr>
 *     <td>supervising</td>
 *     <td>2: join; the supervisor's status</td>
 *     <td>2: dial, end their leg; 1 for barge and each change; 2 more to whisper, for the room has
 *     to end with the agent meanwhile</td>
 *   </tr>
 * </table>
 *
 * <p>A test holds plain calls to six webhooks, and to five REST calls beside one look each 10 s:
 * with these, to eight for the first half minute. The reasons are in decisions 0004 and 0020.
 */
package dev.switchboard.outbound;
