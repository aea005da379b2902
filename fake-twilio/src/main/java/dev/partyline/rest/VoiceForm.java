package dev.partyline.rest;

import dev.partyline.directory.Voice;
import dev.partyline.telephony.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes what numbers and applications have in common: their voice settings. */
final class VoiceForm {

  /** The parameters that are read here. */
  static final List<String> PARAMETERS =
      List.of(
          "VoiceUrl",
          "VoiceMethod",
          "VoiceFallbackUrl",
          "VoiceFallbackMethod",
          "StatusCallback",
          "StatusCallbackMethod",
          "VoiceCallerIdLookup");

  private static final String SID = "[0-9a-fA-F]{32}";
  private static final Map<String, String> PATTERNS =
      Map.of(
          "AddressSid", "AD" + SID,
          "BundleSid", "BU" + SID,
          "EmergencyAddressSid", "AD" + SID,
          "EmergencyStatus", "Active|Inactive",
          "IdentitySid", "RI" + SID,
          "SmsApplicationSid", "AP" + SID,
          "TrunkSid", "TK" + SID,
          "VoiceReceiveMode", "voice|fax");

  private VoiceForm() {}

  /**
   * The settings after a request: what it does not name stays, what it names as empty goes.
   *
   * @throws Refusal 21405 when there would be a fallback URL without a URL (TWIML-13)
   */
  static Voice read(RestRequest request, Voice old) {
    Voice voice =
        new Voice(
            url(request, "VoiceUrl", old.url()),
            method(request, "VoiceMethod", old.method()),
            url(request, "VoiceFallbackUrl", old.fallbackUrl()),
            method(request, "VoiceFallbackMethod", old.fallbackMethod()),
            url(request, "StatusCallback", old.statusCallback()),
            method(request, "StatusCallbackMethod", old.statusCallbackMethod()),
            Form.flag(request, "VoiceCallerIdLookup", old.callerIdLookup()));
    if (voice.fallbackUrl() != null && voice.url() == null) {
      throw new Refusal(400, 21405, "Cannot set VoiceFallbackUrl without setting VoiceUrl");
    }
    return voice;
  }

  /** Writes them in the order of the vendor's document, from {@code voice_caller_id_lookup} on. */
  static void write(JsonText json, Voice voice, String ifAbsent) {
    json.flag("voice_caller_id_lookup", voice.callerIdLookup());
    json.text("voice_fallback_method", voice.fallbackMethod());
    json.text("voice_fallback_url", or(voice.fallbackUrl(), ifAbsent));
    json.text("voice_method", voice.method());
    json.text("voice_url", or(voice.url(), ifAbsent));
  }

  static String or(String text, String ifAbsent) {
    return text == null ? ifAbsent : text;
  }

  /** A URL parameter: absent keeps the old value, empty means none. */
  static String url(RestRequest request, String name, String old) {
    if (request.first(name) == null) {
      return old;
    }
    return Form.url(request, name, 20001);
  }

  private static String method(RestRequest request, String name, String old) {
    return request.filled(name) == null ? old : Form.method(request, name, 20001);
  }

  /**
   * What is kept without effect after a request.
   *
   * @param names from parameter to name in answers
   * @throws Refusal 20001 for what is no such value
   */
  static Map<String, String> keep(
      RestRequest request, Map<String, String> names, Map<String, String> old) {
    Map<String, String> kept = new LinkedHashMap<>(old);
    names.forEach(
        (parameter, name) -> {
          String value = request.first(parameter);
          if (value != null && value.isEmpty()) {
            kept.remove(name);
          } else if (value != null) {
            kept.put(name, checked(request, parameter, value));
          }
        });
    return kept;
  }

  /** What has no effect here is refused all the same when it is nonsense. */
  private static String checked(RestRequest request, String parameter, String value) {
    if (parameter.endsWith("Method")) {
      return Form.method(request, parameter, 20001);
    }
    if (parameter.endsWith("Url") || parameter.endsWith("Callback")) {
      return Form.url(request, parameter, 20001);
    }
    String pattern = PATTERNS.get(parameter);
    if (pattern != null && !value.matches(pattern)) {
      throw Form.bad(parameter, value, "like " + pattern);
    }
    return value;
  }
}
