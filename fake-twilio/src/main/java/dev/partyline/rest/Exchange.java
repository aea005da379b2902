package dev.partyline.rest;

import dev.partyline.directory.Account;
import java.util.Map;

/**
 * One request on its way to a handler.
 *
 * @param actor whose credentials came along
 * @param account whose resources the path names; without an account in the path the one whose
 *     credentials came along
 * @param asOf the state as reads of this request see it
 * @param path what stands in place of the template's parameters, decoded
 */
public record Exchange(
    RestRequest request, Account actor, Account account, AsOf asOf, Map<String, String> path) {

  /** What stands in the path in place of a parameter of the template. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("no {" + name + "} in the template of " + request.path());
    }
    return value;
  }
}
