package dev.partyline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.contract.Operation.Parameter;
import dev.partyline.contract.Operation.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** The vendor's OpenAPI documents, read once. */
final class VendorDocuments {

  /** What the documents of each product are called. */
  private enum Product {
    VOICE("twilio_api_v2010.json", "twilio_monitor_v1.json"),
    TASK_ROUTER("twilio_taskrouter_v1.json"),
    SYNC("twilio_sync_v1.json");

    private final List<String> files;

    Product(String... files) {
      this.files = List.of(files);
    }
  }

  private static final List<String> METHODS = List.of("get", "post", "delete");
  private static final Path FOLDER = Path.of(System.getProperty("twilio.oai.dir", "twilio-oai"));

  private static final Map<Product, VendorDocuments> FOUND = found();

  private static Map<Product, VendorDocuments> found() {
    Map<Product, VendorDocuments> found = new EnumMap<>(Product.class);
    for (Product product : Product.values()) {
      if (product.files.stream().allMatch(name -> Files.exists(FOLDER.resolve(name)))) {
        found.put(product, new VendorDocuments(product.files));
      }
    }
    return found;
  }

  private final List<Operation> operations = new ArrayList<>();

  private VendorDocuments(List<String> files) {
    for (String name : files) {
      try {
        read(new ObjectMapper().readTree(FOLDER.resolve(name).toFile()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + FOLDER.resolve(name), e);
      }
    }
  }

  /** The documents that have a path; null where the folder lacks them. */
  static VendorDocuments of(String path) {
    return FOUND.get(
        path.startsWith("/v1/Workspaces")
            ? Product.TASK_ROUTER
            : path.startsWith("/v1/Services") ? Product.SYNC : Product.VOICE);
  }

  /** The voice documents; without them the test that asks is skipped and says why. */
  static VendorDocuments required() {
    return required(Product.VOICE);
  }

  /** TaskRouter's document; without it the test that asks is skipped and says why. */
  static VendorDocuments taskRouter() {
    return required(Product.TASK_ROUTER);
  }

  /** Sync's document; without it the test that asks is skipped and says why. */
  static VendorDocuments sync() {
    return required(Product.SYNC);
  }

  private static VendorDocuments required(Product product) {
    Assumptions.assumeTrue(
        FOUND.containsKey(product),
        () ->
            "no "
                + String.join(", ", product.files)
                + " in "
                + FOLDER.toAbsolutePath()
                + "; set -Dtwilio.oai.dir to a folder with the vendor's OpenAPI documents");
    return FOUND.get(product);
  }

  /** All operations, in the documents' order. */
  List<Operation> operations() {
    return operations;
  }

  /** An operation by the document's name. */
  Operation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation " + id));
  }

  /**
   * The operation of a request, the one with fewest parameters in its path where several fit; null
   * when no document has it.
   */
  Operation find(String method, String path) {
    Operation found = null;
    for (Operation operation : operations) {
      boolean better =
          found == null
              || operation.template().split("\\{").length < found.template().split("\\{").length;
      if (operation.serves(method, path) && better) {
        found = operation;
      }
    }
    return found;
  }

  private void read(JsonNode document) {
    StrictSchema strict = new StrictSchema(document);
    for (var path : document.get("paths").properties()) {
      for (String method : METHODS) {
        JsonNode operation = path.getValue().get(method);
        if (operation != null) {
          operations.add(operation(strict, path.getKey(), method, operation));
        }
      }
    }
  }

  private static Operation operation(
      StrictSchema strict, String path, String method, JsonNode node) {
    Map<Integer, JsonNode> answers = new TreeMap<>();
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    for (var answer : node.get("responses").properties()) {
      int status = Integer.parseInt(answer.getKey());
      JsonNode content = answer.getValue().path("content").path("application/json");
      if (status < 400) {
        answers.put(status, content.has("schema") ? strict.of(content.get("schema")) : null);
        for (var example : content.path("examples").properties()) {
          examples.put(status + " " + example.getKey(), example.getValue().get("value"));
        }
      }
    }
    return new Operation(
        node.get("operationId").textValue(),
        method.toUpperCase(Locale.ROOT),
        path,
        parameters(strict, node),
        answers,
        examples);
  }

  private static List<Parameter> parameters(StrictSchema strict, JsonNode node) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode given : node.path("parameters")) {
      String place = given.get("in").textValue();
      if (!place.equals("header")) {
        parameters.add(
            new Parameter(
                place.equals("path") ? Place.PATH : Place.QUERY,
                given.get("name").textValue(),
                given.path("required").asBoolean(),
                strict.of(given.get("schema"))));
      }
    }
    JsonNode form =
        node.path("requestBody")
            .path("content")
            .path("application/x-www-form-urlencoded")
            .path("schema");
    for (var field : form.path("properties").properties()) {
      boolean required = false;
      for (JsonNode name : form.path("required")) {
        required |= name.textValue().equals(field.getKey());
      }
      parameters.add(
          new Parameter(Place.FORM, field.getKey(), required, strict.of(field.getValue())));
    }
    return parameters;
  }
}
