package dev.partyline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.contract.Operation.Parameter;
import dev.partyline.contract.Operation.Place;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exercises one operation in a busy world: an agent and a customer in a recorded conference, a call
 * that runs a document, one that waits in a queue, one whose document failed. What else a path
 * names is looked up in its list, and created when the list is empty.
 */
final class Tour {

  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";
  private static final String WAITING = "<Response><Enqueue>support</Enqueue></Response>";
  private static final String APP = Account.BASE_URL;

  /** Values for parameters by name, and by operation and name where one operation needs its own. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("From", Account.NUMBER),
          Map.entry("To", Stage.CUSTOMER),
          Map.entry("CreateCall.Twiml", SILENCE),
          Map.entry("UpdateCall.Status", "completed"),
          Map.entry("UpdateConference.Status", "completed"),
          Map.entry("UpdateParticipant.Hold", "true"),
          Map.entry("UpdateMember.Url", APP + "/leave-the-queue"),
          Map.entry("UpdateCallRecording.Status", "stopped"),
          Map.entry("UpdateConferenceRecording.Status", "stopped"),
          Map.entry("UpdateSiprec.Status", "stopped"),
          Map.entry("UpdateStream.Status", "stopped"),
          Map.entry("UpdateRealtimeTranscription.Status", "stopped"),
          Map.entry("UpdatePayments.Status", "complete"),
          Map.entry("UpdateAccount.FriendlyName", "renamed"),
          Map.entry("CreateStream.Url", "wss://app.example.com/stream"),
          Map.entry("CreateIncomingPhoneNumber.PhoneNumber", "+81345678901"),
          Map.entry("CreateValidationRequest.PhoneNumber", "+81345678902"),
          Map.entry("UpdateIncomingPhoneNumber.VoiceUrl", APP + "/other"),
          Map.entry("Content", "{\"key\":\"value\"}"),
          Map.entry("Callback", APP + "/messages"),
          Map.entry("StatusCallback", APP + "/status"),
          Map.entry("IdempotencyKey", "once"),
          Map.entry("FriendlyName", "a name"));

  private final VendorDocuments documents = VendorDocuments.required();
  private final Operation operation;
  private final List<RestResponse> answers = new ArrayList<>();
  private Stage stage;

  private Tour(Operation operation) {
    this.operation = operation;
  }

  /**
   * What became of an operation.
   *
   * @param status the HTTP status; 501 where the fake has a gap
   * @param text the body, or what the fake says of its gap
   */
  record Outcome(int status, String text) {}

  /** Exercises an operation in a world of its own. */
  static Outcome exercise(Operation operation) {
    return new Tour(operation).exercise();
  }

  private Outcome exercise() {
    stage = new Stage().voice("<Dial><Conference" + recorded() + ">room</Conference></Dial>");
    stage
        .agentDials(0)
        .answer("/broken", request -> WebhookReply.text(500, "broken"))
        .application(1_000, app -> app.participant("room"))
        .application(
            2_000,
            app ->
                app.call(
                    "Twiml",
                    SILENCE,
                    "StatusCallback",
                    operation.template().contains("Notifications") ? APP + "/broken" : "",
                    "StatusCallbackEvent",
                    "initiated"));
    if (operation.template().contains("/Members")) {
      stage.application(3_000, app -> app.call("Twiml", WAITING));
    }
    if (operation.template().contains("Notifications") || operation.template().contains("Alerts")) {
      stage.application(3_000, app -> app.call("Url", APP + "/broken"));
    }
    if (operation.template().contains("OutgoingCallerIds/")) {
      stage.application(
          3_000, app -> app.rest("POST", "/OutgoingCallerIds.json", "PhoneNumber", Stage.CUSTOMER));
    }
    stage.application(20_000, app -> prepare());
    stage.application(25_000, app -> answers.add(send(operation, path(operation))));
    try {
      stage.run();
    } catch (AssertionError failure) {
      String text = failure.getMessage() + failure.getCause();
      if (answers.isEmpty() && text.contains("Partyline does not model")) {
        return new Outcome(501, text);
      }
      throw failure;
    }
    return new Outcome(answers.get(0).status(), answers.get(0).body());
  }

  private String recorded() {
    return operation.template().contains("/Conferences/{ConferenceSid}/Recordings")
        ? " record=\"record-from-start\""
        : "";
  }

  /** What must have happened before the operation can succeed. */
  private void prepare() {
    if (operation.id().equals("DeleteCall")) {
      stage.rest("POST", "/Calls/" + call() + ".json", "Status", "completed");
    }
    if (operation.id().matches("Delete.*Recording")) {
      Operation update =
          documents.operation(
              operation.id().contains("Conference")
                  ? "UpdateConferenceRecording"
                  : "UpdateCallRecording");
      send(update, path(update));
    }
  }

  /** The call that runs a document; the customer in the conference is the one before it. */
  private static String call() {
    return Stage.sid("CA", 3);
  }

  private String path(Operation operation) {
    StringBuilder path = new StringBuilder();
    String collection = "";
    for (String word : operation.template().substring(1).split("/")) {
      int close = word.indexOf('}');
      if (close < 0) {
        collection = word;
        path.append('/').append(word);
      } else {
        String sid = sid(operation, collection, path.toString());
        path.append('/').append(sid).append(word.substring(close + 1));
      }
    }
    return path.toString();
  }

  private String sid(Operation operation, String collection, String before) {
    return switch (collection) {
      case "Accounts" -> Account.SID;
      case "Calls" -> call();
      case "Conferences" -> Stage.sid("CF", 1);
      case "Participants" -> Stage.sid("CA", 2);
      default -> found(collection, before);
    };
  }

  private String found(String collection, String before) {
    String list = before.startsWith("/v1") ? before : before + ".json";
    if (documents.find("GET", list) != null) {
      JsonNode page = Stage.json(send("GET", list, Map.of()));
      for (var field : page.properties()) {
        if (field.getValue().isArray() && !field.getValue().isEmpty()) {
          JsonNode first = field.getValue().get(0);
          return first.get(collection.equals("Members") ? "call_sid" : "sid").textValue();
        }
      }
    }
    Operation create = documents.find("POST", list);
    if (create == null && collection.equals("Recordings")) {
      create = documents.operation("CreateCallRecording");
      list = path(create);
    }
    if (create == null) {
      throw new IllegalStateException(
          operation + " needs one of " + list + ", which is empty: make one in Tour");
    }
    RestResponse made = send(create, list);
    if (made.status() >= 400) {
      throw new IllegalStateException(operation + " needs " + create + ": " + made);
    }
    return Stage.json(made).get("sid").textValue();
  }

  private RestResponse send(Operation operation, String path) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      String own = VALUES.get(operation.id() + "." + parameter.name());
      if (parameter.place() == Place.FORM && (own != null || parameter.required())) {
        String value = own == null ? VALUES.get(parameter.name()) : own;
        if (value == null) {
          throw new IllegalStateException(
              operation + " needs " + parameter.name() + ": give it a value in Tour.VALUES");
        }
        params.put(parameter.name(), List.of(value));
      }
    }
    return send(operation.method(), path, params);
  }

  private RestResponse send(String method, String path, Map<String, List<String>> params) {
    return stage
        .surroundings()
        .call(new RestRequest(method, path, params, Account.SID, Account.TOKEN));
  }
}
