package dev.partyline.script;

import dev.partyline.twiml.CallStatusCallback;
import dev.partyline.twiml.HttpMethod;
import dev.partyline.twiml.MachineDetection;
import dev.partyline.twiml.Parameter;
import java.util.List;

/**
 * One leg that a Dial is to make.
 *
 * @param address what is dialled: {@code +E.164}, {@code client:}, {@code sip:} or {@code app:}
 * @param url of the private document run on the callee before bridging; null when there is none
 * @param sendDigits keys to play after the answer; null when there are none
 * @param parameters handed to a client or an application
 */
record Target(
    String address,
    String url,
    HttpMethod method,
    String sendDigits,
    CallStatusCallback statusCallback,
    MachineDetection machineDetection,
    List<Parameter> parameters) {

  boolean isPhone() {
    return address.startsWith("+");
  }

  boolean isSip() {
    return address.startsWith("sip:") || address.startsWith("sips:");
  }
}
