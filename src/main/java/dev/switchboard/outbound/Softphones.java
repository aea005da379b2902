package dev.switchboard.outbound;

/** Rings the agents' own phones, for a page that has no phone in it. */
public interface Softphones {

  /**
   * Rings an agent's softphone; when it is answered, the platform asks for a document as if the
   * agent had called {@code number}. One request, never repeated.
   *
   * @param client the softphone's identity
   * @return the agent's leg
   * @throws CallControl.Refused when it does not ring, or when that is not known
   */
  CallControl.LegState ring(String client, String number);
}
