package dev.partyline.world;

import dev.partyline.contract.Contract;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import java.util.function.Consumer;

/** Surroundings that hold every answer of the REST API against the vendor's documents. */
public final class CheckedSurroundings extends ForwardingSurroundings {

  private final Consumer<AssertionError> failures;

  /**
   * Wraps surroundings.
   *
   * @param failures told of an answer that is not of the contract, before it is thrown where the
   *     request was made: a program under test might swallow it
   */
  public CheckedSurroundings(Surroundings inner, Consumer<AssertionError> failures) {
    super(inner);
    this.failures = failures;
  }

  @Override
  public RestResponse call(RestRequest request) {
    RestResponse response = super.call(request);
    if (response.equals(RestResponse.BROKEN_OFF)) {
      return response;
    }
    try {
      Contract.check(request.method(), request.path(), response.status(), response.body());
    } catch (AssertionError wrong) {
      failures.accept(wrong);
      throw wrong;
    }
    return response;
  }
}
