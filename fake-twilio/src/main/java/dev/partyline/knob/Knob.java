package dev.partyline.knob;

import java.util.List;

/**
 * One setting of the platform: its name, its default and the values worth trying.
 *
 * <p>A knob marked {@code sweep} stands where it is not known which world is the real one: property
 * suites run with each of its values.
 */
public enum Knob {
  CALL_RING_BUFFER("call.ringBuffer", false, "CALL-27", "5000", "0"),
  CALL_CANCEL_ON_ANSWERED("call.cancelOnAnswered", true, "CALL-36", "unchanged", "error21220"),
  CALL_COMPLETED_ON_RINGING(
      "call.completedOnRinging", false, "CALL-37", "canceled", "completed", "no-answer"),
  CALL_END_FINISHED("call.endFinished", false, "CALL-40", "error21220", "ok200"),
  CALL_REDIRECT_PARENT_DROPS_CHILD(
      "call.redirectParentDropsChild", false, "CALL-44", "true", "false"),
  CALL_UNREGISTERED_CLIENT(
      "call.unregisteredClient",
      false,
      "CALL-56",
      "no-answer-now",
      "no-answer-after-timeout",
      "failed404"),
  CALL_INBOUND_ABANDON_STATUS(
      "call.inboundAbandonStatus", false, "CALL-58", "no-answer", "canceled", "completed"),
  CALL_MEDIA_TIMEOUT("call.mediaTimeout", false, "CALL-57", "0", "60000"),
  TWIML_BAD_ATTRIBUTE("twiml.badAttribute", false, "TWIML-16", "default", "failDocument"),
  TWIML_DIAL_CONFERENCE_STATUS(
      "twiml.dialConferenceStatus", false, "TWIML-28", "answered", "completed"),
  TWIML_DIAL_ACTION_ON_CALLER_HANGUP(
      "twiml.dialActionOnCallerHangup", true, "TWIML-29", "true", "false"),
  CONF_SPLIT_BRAIN_RATE("conf.splitBrainRate", false, "CONF-05", "0", "1"),
  CONF_VISIBLE_AT("conf.visibleAt", false, "CONF-11", "onCreate", "onFirstConnect"),
  CONF_INIT_RULE("conf.initRule", true, "CONF-19", "docs", "inProgressWithTwo"),
  CONF_PRESENCE_RULE("conf.presenceRule", true, "CONF-20", "earlyMediaCounts", "answeredOnly"),
  CONF_START_EVENT_DROP_RATE("conf.startEventDropRate", true, "CONF-22", "0", "0.3"),
  CONF_MUSIC_WHEN_ALONE_AGAIN("conf.musicWhenAloneAgain", false, "CONF-26", "false", "true"),
  CONF_LAST_AND_FLAG_REASON("conf.lastAndFlagReason", false, "CONF-30", "flag", "last"),
  CONF_TWIML_LEGS_ON_END("conf.twimlLegsOnEnd", false, "CONF-32", "continue", "hangup"),
  CONF_RINGING_LEGS_ON_END("conf.ringingLegsOnEnd", true, "CONF-33", "cancel", "keepRinging"),
  CONF_END_EVENT_IF_NEVER_STARTED("conf.endEventIfNeverStarted", true, "CONF-35", "true", "false"),
  CONF_END_FLAG_BEFORE_JOIN("conf.endFlagBeforeJoin", true, "CONF-36", "false", "true"),
  CONF_COMPLETE_TWICE("conf.completeTwice", false, "CONF-38", "404", "ok200"),
  CONF_COMPLETE_WHILE_DIALING("conf.completeWhileDialing", true, "CONF-39", "ok", "error400"),
  CONF_CONFIG_BINDING("conf.configBinding", true, "CONF-42", "atCreate", "atConnect"),
  CONF_WAIT_URL_FAILURE("conf.waitUrlFailure", true, "CONF-48", "leaveDial", "silence"),
  CONF_MAX_FROM("conf.maxFrom", false, "CONF-46", "joiner", "first"),
  CONF_MAX_COUNTS_RINGING("conf.maxCountsRinging", false, "LIMIT-03", "true", "false"),
  QUEUE_SYSTEM_ERROR_RATE("queue.systemErrorRate", false, "TWIML-46", "0", "0.1"),
  PART_LEAVER_LINGER_MS("part.leaverLingerMs", true, "PART-07", "0", "2000"),
  PART_POST_TO_DEAD_SID("part.postToDeadSid", false, "PART-13", "404", "error400"),
  PART_JOIN_EVENT_AT("part.joinEventAt", false, "PART-31", "answer", "mediaAttach"),
  PART_LEAVE_IF_NEVER_JOINED("part.leaveIfNeverJoined", true, "PART-32", "true", "false"),
  PART_END_FLAG_UPDATE_ON_HOLD(
      "part.endFlagUpdateOnHold", true, "PART-47", "silentlyIgnored", "applied"),
  PART_IGNORED_UPDATE_ECHO("part.ignoredUpdateEcho", false, "PART-48", "old", "new"),
  PART_UPDATE_IN_INIT("part.updateInInit", false, "PART-51", "ok", "error16099"),
  PART_UPDATE_BEFORE_CONNECT("part.updateBeforeConnect", false, "PART-49", "error", "apply"),
  PART_KICK_TWIML_LEG("part.kickTwimlLeg", false, "PART-55", "continue", "hangup"),
  PART_KICK_LEAVE_REASON(
      "part.kickLeaveReason",
      false,
      "PART-57",
      "participant_updated_via_api",
      "participant_hung_up"),
  PART_COACH_ORPHAN("part.coachOrphan", true, "PART-65", "silent", "barge", "leave"),
  CB_DELAY_MAX_MS("cb.delay", true, "CB-49", "1500", "5000"),
  CB_REORDER_WINDOW_MS("cb.reorderWindow", true, "CB-49", "0", "3000"),
  CB_DUPLICATE_RATE("cb.duplicateRate", true, "CB-49", "0", "0.2"),
  CB_DROP_RATE("cb.dropRate", true, "CB-49", "0", "0.05"),
  CB_START_BEFORE_JOIN("cb.startBeforeJoin", true, "CB-15", "false", "true"),
  CB_CONF_SEQUENCE("cb.confSequence", false, "CB-17", "subscribed", "all"),
  CB_REASONS("cb.reasons", false, "CB-04", "sent", "none"),
  CB_EXTRA_PARAMS("cb.extraParams", false, "SEC-09", "false", "true"),
  SEC_SIGN_PORT("sec.signPort", true, "SEC-06", "asConfigured", "always", "never"),
  SEC_SIGN_USER_INFO("sec.signUserInfo", false, "SEC-10", "true", "false"),
  SEC_TLS_VERIFY("sec.tlsVerify", false, "SEC-11", "false", "true"),
  REST_READ_LAG_MS("rest.readLag", true, "CALL-59", "0", "2000"),
  REST_UNKNOWN_PARAMS("rest.unknownParams", false, "REST-10", "ignore", "error20001"),
  REST_FAIL_BEFORE_COMMIT("rest.failBeforeCommit", true, "REST-11", "0", "0.1"),
  REST_FAIL_AFTER_COMMIT("rest.failAfterCommit", true, "REST-11", "0", "0.1"),
  TR_DELETE_BUSY_ACTIVITY("tr.deleteBusyActivity", false, "TR-WS-21", "error", "ok"),
  TR_DELETE_BUSY_QUEUE("tr.deleteBusyQueue", false, "TR-TQ-12", "error", "ok"),
  TR_DELETE_BUSY_WORKER("tr.deleteBusyWorker", false, "TR-WORKER-19", "error", "ok"),
  TR_WORKFLOW_SID_OPTIONAL("tr.workflowSidOptional", false, "TR-WF-04", "false", "true"),
  TR_NO_MATCH("tr.noMatch", false, "TR-WF-15", "cancel", "reject400"),
  TR_AFTER_RESERVATION_TIMEOUT(
      "tr.afterReservationTimeout", true, "TR-WF-19", "stayUntilDeadline", "advanceTarget"),
  TR_NUMERIC_STRINGS("tr.numericStrings", false, "TR-WF-40", "strict", "coerce"),
  TR_ALLOW_NOT("tr.allowNot", false, "TR-WF-46", "false", "true"),
  TR_BAD_ATTRIBUTES_JSON("tr.badAttributesJson", false, "TR-WF-47", "error", "accept"),
  TR_STATUS_AND_ATTRIBUTES("tr.statusAndAttributes", false, "TR-TASK-06", "together", "error400"),
  TR_SAME_STATUS("tr.sameStatus", false, "TR-TASK-12", "error", "ok"),
  TR_AUTO_WRAP("tr.autoWrap", true, "TR-TASK-24", "wrapping", "completed"),
  TR_ACCEPT_DEAD("tr.acceptDead", false, "TR-RES-06", "410only-rescinded", "410all", "400all"),
  TR_TOP_UP_ROUND("tr.topUpRound", false, "TR-RES-23", "true", "false"),
  TR_PAGE_NUMBER("tr.pageNumber", false, "TR-WS-05", "error40153", "accept"),
  TR_LIST_ATTRIBUTES("tr.listAttributes", false, "TR-WORKER-07", "full", "null"),
  TR_EVAL_TASKS_PER_SECOND("tr.evalTasksPerSecond", false, "TR-WS-12", "off", "3"),
  TR_ABANDON_REASON("tr.abandonReason", false, "TR-TASK-20", "hangup", "abandoned"),
  TR_WRAP_TRIGGER("tr.wrapTrigger", true, "TR-TASK-25", "workerLegLeaves", "conferenceEnds"),
  TR_REDIRECT_CANCELS_TASK("tr.redirectCancelsTask", true, "TR-ENQ-06", "true", "false"),
  TR_QUEUE_RESULT_AFTER_CONFERENCE(
      "tr.queueResultAfterConference",
      false,
      "TR-ENQ-12",
      "bridged",
      "redirected-from-bridged",
      "redirected"),
  TR_ACCEPT_TASK_LAG_MS("tr.acceptTaskLag", true, "TR-RES-08", "0", "500"),
  TR_CONF_NO_ANSWER(
      "tr.confNoAnswer", true, "TR-RES-17", "canceled", "rejected", "timeout", "accepted"),
  TR_MULTI_CONF("tr.multiConf", false, "TR-RES-24", "firstOnly", "all"),
  TR_AC_EXTRA_PARAMS("tr.acExtraParams", false, "TR-INSTR-02", "sent", "none"),
  TR_BOTH_CALLBACKS_FAIL("tr.bothCallbacksFail", true, "TR-INSTR-05", "stayPending", "cancel"),
  TR_CAMEL_CASE_KEYS("tr.camelCaseKeys", false, "TR-INSTR-11", "ignore", "accept"),
  TR_RECORD_BOOLEAN("tr.recordBoolean", false, "TR-INSTR-52", "ignore", "accept"),
  TR_DEQUEUE_NO_ANSWER(
      "tr.dequeueNoAnswer", true, "TR-INSTR-22", "canceled", "pendingUntilTimeout", "rejected"),
  TR_CONF_CLEANUP_DELAY_MS("tr.confCleanupDelay", true, "TR-INSTR-38", "200", "5000", "0"),
  TR_CONF_ORPHAN_RATE("tr.confOrphanRate", true, "TR-INSTR-38", "0", "0.05"),
  TR_CONF_INTERRUPTED("tr.confInterrupted", true, "TR-INSTR-39", "cancelLeg", "letRing"),
  TR_CONF_ATTR_LAG_MS("tr.confAttrLag", true, "TR-INSTR-42", "0", "2000"),
  TR_CONF_CALLBACK_EXTRAS("tr.confCallbackExtras", false, "TR-INSTR-43", "true", "false"),
  TR_EVENT_RETRIES("tr.eventRetries", false, "TR-EV-15", "0", "1", "3"),
  TR_EVENT_REORDER_WINDOW_MS("tr.eventReorderWindow", true, "TR-EV-14", "0", "3000"),
  SYNC_NOT_FOUND_CODE("sync.notFoundCode", false, "SYNC-SVC-09", "20404", "specific"),
  SYNC_TTL_SLACK_MS("sync.ttlSlack", false, "SYNC-SVC-13", "5000", "0"),
  SYNC_LIMITS("sync.limits", true, "SYNC-SVC-16", "off", "docs"),
  SYNC_TTL_BUMPS_REVISION("sync.ttlBumpsRevision", false, "SYNC-DOC-05", "true", "false"),
  SYNC_PUSH_DELAY_MS("sync.push.delay", true, "SYNC-RT-11", "500", "4000"),
  SYNC_PUSH_REORDER_MS("sync.push.reorder", true, "SYNC-RT-11", "0", "2000"),
  SYNC_PUSH_DUPLICATE_RATE("sync.push.duplicate", true, "SYNC-RT-11", "0", "0.2"),
  SYNC_PUSH_LOSE_AFTER_RECONNECT("sync.push.loseAfterReconnect", true, "SYNC-RT-11", "off", "on"),
  LIMIT_CONFERENCES("limit.conferences", false, "LIMIT-09", "unlimited", "1", "10", "500"),
  LIMIT_CPS("limit.cps", true, "LIMIT-05", "unlimited", "1"),
  LIMIT_REST_CONCURRENCY("limit.restConcurrency", false, "LIMIT-08", "off", "1"),
  CALL_PRICE_DELAY_MS("call.priceDelay", false, "CALL-10", "30000", "0"),
  REST_LIST_ORDER("rest.listOrder", false, "CONF-53", "documented", "reversed"),
  REST_BAD_NUMBER_CODE(
      "rest.badNumberCode", false, "ERR-94", "byResource", "always21211", "always13223"),
  REST_REGION("rest.region", false, "SEC-17", "us1", "ie1", "au1", "jp1"),
  CLIENT_IDENTITY_RULE("client.identityRule", false, "CLIENT-02", "warn", "enforce"),
  CLIENT_MAX_REGISTRATIONS("client.maxRegistrations", false, "CLIENT-05", "unlimited", "10"),
  TOKEN_VERIFY("token.verify", false, "TOKEN-10", "true", "false"),
  REGION_CONTROL_PLANE("region.controlPlane", false, "REGION-04", "us1", "ie1", "au1", "jp1"),
  REGION_AUTO_RULE("region.autoRule", true, "REGION-11", "majority", "firstParticipant", "us1"),
  REGION_BIND_AT("region.bindAt", true, "REGION-14", "start", "create"),
  REGION_APP_SITE(
      "region.appSite", true, "REGION-27", "us1", "jp1", "us2", "ie1", "de1", "sg1", "br1", "au1");

  private final String key;
  private final boolean sweep;
  private final String rule;
  private final List<String> values;

  Knob(String key, boolean sweep, String rule, String... values) {
    this.key = key;
    this.sweep = sweep;
    this.rule = rule;
    this.values = List.of(values);
  }

  /** The name people write, for example {@code conf.endFlagBeforeJoin}. */
  public String key() {
    return key;
  }

  /** Whether suites run with each value because nobody knows which is real. */
  public boolean sweep() {
    return sweep;
  }

  /** Whether it is about voice and its REST API; the others are about TaskRouter and Sync. */
  public boolean isOfVoice() {
    return !key.startsWith("tr.") && !key.startsWith("sync.");
  }

  /** Id of the rule it belongs to. */
  public String rule() {
    return rule;
  }

  /** Values worth trying, the default first. */
  public List<String> choices() {
    return values;
  }

  /** Whether it takes any number, and not its listed values alone. */
  public boolean takesNumbers() {
    return isLimit() || values.stream().allMatch(value -> value.matches("[0-9].*"));
  }

  /** Whether it takes any text, and not its listed values alone. */
  public boolean takesText() {
    return this == TR_ABANDON_REASON;
  }

  /** Whether it limits something: then its number is not 0, and no limit is a word. */
  public boolean isLimit() {
    return key.startsWith("limit.");
  }

  /** The documented or assumed default. */
  public String standard() {
    return values.get(0);
  }

  /**
   * The knob of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists all
   */
  public static Knob named(String key) {
    StringBuilder all = new StringBuilder();
    for (Knob knob : values()) {
      if (knob.key.equals(key)) {
        return knob;
      }
      all.append(all.length() == 0 ? "" : ", ").append(knob.key);
    }
    throw new IllegalArgumentException("no knob '" + key + "'; there are " + all);
  }
}
