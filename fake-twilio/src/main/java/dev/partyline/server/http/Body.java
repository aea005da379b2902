package dev.partyline.server.http;

import dev.partyline.rest.RestRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;

/** The parameters in a body: urlencoded or multipart. */
final class Body {

  private static final String BOUNDARY = "boundary=";

  private Body() {}

  /**
   * Adds what a body holds, in its order.
   *
   * @param contentType as sent; null when it was not, which is read as urlencoded
   * @param path of the operation; one that takes JSON gets it as one parameter
   * @throws BadInput 415 for a type that is neither, 400 when the body is not what its type says
   */
  static void addTo(
      Map<String, List<String>> params, byte[] body, String contentType, String path) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.isEmpty() || type.startsWith("application/x-www-form-urlencoded")) {
      FormText.addTo(params, utf8(body), "body");
    } else if (type.startsWith("multipart/form-data")) {
      multipart(params, body, contentType);
    } else if (type.startsWith(RestRequest.JSON_BODY) && RestRequest.takesJson(path)) {
      FormText.add(params, RestRequest.JSON_BODY, utf8(body));
    } else if (body.length > 0) {
      throw new BadInput(
          415,
          "Content-Type '"
              + contentType
              + "' is not understood; send application/x-www-form-urlencoded or"
              + " multipart/form-data");
    }
  }

  private static String utf8(byte[] body) {
    for (byte one : body) {
      if (one < 0) {
        try {
          return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
          throw new BadInput(400, "The body is not UTF-8");
        }
      }
    }
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  private static void multipart(Map<String, List<String>> params, byte[] body, String contentType) {
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary(contentType));
    parser.setMaxParts(Limits.PARAMETERS);
    parser.setMaxLength(Limits.BODY_BYTES);
    parser.setPartHeadersMaxLength(Limits.HEADER_BYTES);
    // in memory, whatever a part is called: the whole body is
    parser.setMaxMemoryFileSize(Limits.BODY_BYTES);
    parser.setUseFilesForPartsWithoutFileName(false);
    try (MultiPartFormData.Parts parts =
        parser.parse(Content.Source.from(ByteBuffer.wrap(body))).join()) {
      for (MultiPart.Part part : parts) {
        if (part.getName() != null) {
          byte[] value = bytes(part);
          FormText.add(params, part.getName(), utf8(value));
        }
      }
    } catch (BadInput bad) {
      throw bad;
    } catch (RuntimeException | java.io.IOException broken) {
      Throwable cause = broken.getCause() == null ? broken : broken.getCause();
      throw new BadInput(400, "The multipart body cannot be read: " + cause.getMessage());
    }
  }

  private static byte[] bytes(MultiPart.Part part) throws java.io.IOException {
    ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  private static String boundary(String contentType) {
    int at = contentType.toLowerCase(Locale.ROOT).indexOf(BOUNDARY);
    String rest = at < 0 ? "" : contentType.substring(at + BOUNDARY.length()).trim();
    if (rest.startsWith("\"")) {
      int end = rest.indexOf('"', 1);
      rest = end < 0 ? "" : rest.substring(1, end);
    } else {
      int end = rest.indexOf(';');
      rest = end < 0 ? rest : rest.substring(0, end).trim();
    }
    if (rest.isEmpty() || rest.length() > 70) {
      throw new BadInput(
          400, "The Content-Type multipart/form-data names no boundary of 1 to 70 characters");
    }
    return rest;
  }
}
