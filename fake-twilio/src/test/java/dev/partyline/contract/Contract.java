package dev.partyline.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at an answer of the REST API: a success against the strict schema of its operation, an
 * error against the error form. The test fixtures call it for every answer a test provokes. It does
 * nothing where the vendor's documents are not there.
 */
public final class Contract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30());
  private static final Map<JsonNode, Schema> COMPILED = new ConcurrentHashMap<>();

  /** Served although no document has it: path and why. */
  private static final Map<String, String> BESIDE_THE_DOCUMENTS =
      Map.of(
          "/2010-04-01/Accounts/[^/]+/Messages(\\.json|/[^/]+\\.json)",
          "text messages are recorded and accepted, no more",
          "/2010-04-01/Accounts/[^/]+/Recordings/[^/]+?(\\.wav|\\.mp3)?(?<!\\.json)",
          "the sound of a recording lies beside the document");

  private Contract() {}

  /**
   * Fails with the operation, the place and the value when an answer is not of the contract.
   *
   * @param path as sent, without host and query
   * @param body empty when there is none
   */
  public static void check(String method, String path, int status, String body) {
    List<String> problems = problems(method, path, status, body);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "the answer is not as the vendor documents it: " + String.join("; ", problems));
    }
  }

  /** A sentence for each fault of an answer; none where the documents are not there. */
  static List<String> problems(String method, String path, int status, String body) {
    VendorDocuments documents = VendorDocuments.of(path);
    if (documents == null) {
      return List.of();
    }
    if (status >= 400) {
      return named(method + " " + path + " " + status, ErrorForm.problems(status, parsed(body)));
    }
    Operation operation = documents.find(method, path);
    if (operation == null && BESIDE_THE_DOCUMENTS.keySet().stream().anyMatch(path::matches)) {
      return List.of();
    }
    if (operation == null) {
      // Without its suffix a path means XML on the platform, which the HTTP door answers for.
      operation = documents.find(method, path + ".json");
    }
    if (operation == null) {
      return List.of("no document has " + method + " " + path + ", which answered " + status);
    }
    return named(operation + " " + status, problems(operation, status, body));
  }

  private static List<String> problems(Operation operation, int status, String body) {
    if (!operation.answers().containsKey(status)) {
      return List.of("documented is " + operation.answers().keySet());
    }
    JsonNode schema = operation.answers().get(status);
    if (schema == null) {
      return body.isEmpty() ? List.of() : List.of("has a body where none is documented: " + body);
    }
    JsonNode value = parsed(body);
    return value == null ? List.of("is no JSON: " + body) : problems(schema, value);
  }

  /** Faults of one value. */
  static List<String> problems(JsonNode schema, JsonNode value) {
    List<String> problems = new ArrayList<>();
    for (Error error : COMPILED.computeIfAbsent(schema, REGISTRY::getSchema).validate(value)) {
      JsonNode at = error.getInstanceNode();
      problems.add(
          error.getInstanceLocation()
              + " "
              + error.getMessage()
              + (at == null || at.isContainerNode() ? "" : ", value " + at));
    }
    Texts.check("", schema, value, problems);
    return problems;
  }

  private static List<String> named(String what, List<String> problems) {
    return problems.stream().map(problem -> what + ": " + problem).toList();
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException wrong) {
      return null;
    }
  }
}
