package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import io.cucumber.java.en.Then;
import io.cucumber.java.ja.ならば;

/** What becomes of conferences. */
public final class RoomSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public RoomSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Conferences that came to be, whoever made them. */
  @Then("the platform makes {number} conference(s)")
  @ならば("プラットフォームが作る会議室は{number}つ")
  public void makes(long number) {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.roomsMade() == number,
        "the platform makes " + number + " conference(s)",
        "it made " + log.roomsMade(),
        run);
  }

  /** Every conference is completed when all is quiet; there was at least one. */
  @Then("every room is closed")
  @ならば("すべての会議室が閉じる")
  public void closed() {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.roomsMade() > 0 && log.openRooms().isEmpty(),
        "every room is closed",
        log.roomsMade() == 0
            ? "there was no room"
            : "still open: " + String.join(", ", log.openRooms()),
        run);
  }

  /** No conference ever had legs of two conversations. */
  @Then("no room holds people of different calls")
  @ならば("別々の通話の人が同じ会議室に入ることはない")
  public void apart() {
    RunResult run = rehearsal.result();
    CallLog log = new CallLog(run);
    Failure.unless(
        log.mixed().isEmpty(),
        "no room holds people of different calls",
        String.join(" and ", log.mixed()) + " shared a room",
        run);
  }
}
