package dev.switchboard.twilio;

import com.twilio.twiml.voice.Conference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a call is mixed. Left to itself the platform may mix two people in Japan in Virginia, and
 * each word crosses the Pacific twice (REGION-12); so the first joiner names the region (CONF-44).
 */
final class MixingRegion {

  private static final Map<String, Conference.Region> BY_COUNTRY = new LinkedHashMap<>();

  static {
    BY_COUNTRY.put("+81", Conference.Region.JP1);
    BY_COUNTRY.put("+61", Conference.Region.AU1);
    BY_COUNTRY.put("+65", Conference.Region.SG1);
    BY_COUNTRY.put("+55", Conference.Region.BR1);
    BY_COUNTRY.put("+49", Conference.Region.DE1);
    BY_COUNTRY.put("+44", Conference.Region.IE1);
    BY_COUNTRY.put("+353", Conference.Region.IE1);
    BY_COUNTRY.put("+1", Conference.Region.US1);
  }

  private MixingRegion() {}

  /**
   * The region nearest to the country of a number: agents and customers are where the caller id is
   * from.
   *
   * @param callerId in E.164
   * @return null, which leaves it to the platform, for a country that is not known here
   */
  static Conference.Region of(String callerId) {
    for (Map.Entry<String, Conference.Region> country : BY_COUNTRY.entrySet()) {
      if (callerId.startsWith(country.getKey())) {
        return country.getValue();
      }
    }
    return null;
  }
}
