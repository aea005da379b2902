package dev.switchboard.recovery;

import java.util.List;

/** Lists the account's conferences that are not completed, whoever made them, page by page. */
public interface LiveRooms {

  /** Where the listings begin: a page of each leads through all that there are. */
  List<String> STARTS = List.of("in-progress", "init");

  /**
   * One page, by one request.
   *
   * @param cursor one of {@link #STARTS}, or what the page before gave
   * @throws dev.switchboard.outbound.CallControl.Refused when the platform did not answer it
   */
  Page page(String cursor);

  /**
   * A page.
   *
   * @param rooms may be two seconds old
   * @param next the cursor of the next page; null when this is the last
   */
  record Page(List<Room> rooms, String next) {
    public Page {
      rooms = List.copyOf(rooms);
    }
  }

  /** A conference and the name it was made under. */
  record Room(String conferenceSid, String name) {}
}
