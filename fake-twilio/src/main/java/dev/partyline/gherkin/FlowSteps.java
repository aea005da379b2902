package dev.partyline.gherkin;

import io.cucumber.java.en.Given;
import io.cucumber.java.ja.前提;

/** What agents, colleagues and supervisors do in a call, counted from when its two talk. */
public final class FlowSteps {

  private final Rehearsal rehearsal;

  /** Made by Cucumber, once for each scenario. */
  public FlowSteps(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Hold, and back again; counted from when the two hear each other. */
  @Given("{agent} puts the customer on hold after {duration} and takes them back after {duration}")
  @前提("{agent}は話し始めて{duration}後に保留し{duration}後に再開する")
  public void holdsAndResumes(String agent, long after, long ms) {
    does(agent, "holds", after);
    pin(agent + ".holds.then", "resumes");
    pin(agent + ".holds.ends", ms);
    pin(agent + ".then-does", "stays");
  }

  /** Hold, and no more. */
  @Given("{agent} leaves the customer on hold after {duration}")
  @前提("{agent}は話し始めて{duration}後に保留したままにする")
  public void holds(String agent, long after) {
    does(agent, "holds", after);
    pin(agent + ".holds.then", "waits");
  }

  /** Hold, and then the hang-up button. */
  @Given("{agent} puts the customer on hold after {duration} and hangs up after {duration}")
  @前提("{agent}は話し始めて{duration}後に保留し{duration}後に切断ボタンを押す")
  public void holdsAndEnds(String agent, long after, long ms) {
    does(agent, "holds", after);
    pin(agent + ".holds.then", "presses-hang-up");
    pin(agent + ".holds.ends", ms);
  }

  /** The agent is not heard for a while. */
  @Given("{agent} mutes after {duration} and unmutes after {duration}")
  @前提("{agent}は話し始めて{duration}後にミュートし{duration}後に解除する")
  public void mutes(String agent, long after, long ms) {
    does(agent, "mutes", after);
    pin(agent + ".mutes.then", "unmutes");
    pin(agent + ".mutes.ends", ms);
    pin(agent + ".then-does", "stays");
  }

  /** A cold transfer. */
  @Given("{agent} hands the customer over after {duration}")
  @前提("{agent}は話し始めて{duration}後に同僚へそのまま転送する")
  public void handsOver(String agent, long after) {
    does(agent, "transfers", after);
  }

  /** A warm transfer. */
  @Given(
      "{agent} consults a colleague after {duration} and completes the transfer after {duration}")
  @前提("{agent}は話し始めて{duration}後に同僚に相談し{duration}後に転送を完了する")
  public void completes(String agent, long after, long ms) {
    consults(agent, after, "completes", ms);
  }

  /** A warm transfer that is not made. */
  @Given("{agent} consults a colleague after {duration} and gives the transfer up after {duration}")
  @前提("{agent}は話し始めて{duration}後に同僚に相談し{duration}後に転送をやめる")
  public void givesUp(String agent, long after, long ms) {
    consults(agent, after, "aborts", ms);
    pin(agent + ".then-does", "stays");
  }

  /** A warm transfer that is not made at first and then is. */
  @Given(
      "{agent} consults a colleague after {duration}, gives up after {duration} and consults again"
          + " after {duration}")
  @前提("{agent}は話し始めて{duration}後に同僚に相談し{duration}後にやめて{duration}後にもう一度相談する")
  public void consultsTwice(String agent, long after, long ms, long again) {
    consults(agent, after, "aborts", ms);
    pin(agent + ".then-does", "consults");
    pin(agent + ".then.consults", again);
  }

  /** The colleague, who has the customer now, lets them wait. */
  @Given("the colleague puts the customer on hold after {duration}")
  @前提("同僚は話し始めて{duration}後に保留する")
  public void colleagueHolds(long after) {
    pin("colleague-1.then", "holds");
    pin("colleague-1.holds", after);
  }

  /** Counted from the colleague's own answer. */
  @Given("the colleague hangs up after {duration} of talking")
  @前提("同僚は{duration}話してから電話を切る")
  public void colleagueHangsUp(long ms) {
    pin("colleague-1.does", "answers");
    pin("colleague-1.hangs-up", ms);
  }

  /** The colleague's phone rings out. */
  @Given("the colleague does not answer")
  @前提("同僚は電話に出ない")
  public void colleagueAway() {
    pin("colleague-1.does", "no-answer");
  }

  /** The colleague's line is busy. */
  @Given("the colleague's line is busy")
  @前提("同僚は話し中")
  public void colleagueBusy() {
    pin("colleague-1.does", "busy");
  }

  /** Listens to the first call. */
  @Given("a supervisor listens after {duration}")
  @前提("スーパーバイザーは話し始めて{duration}後に傍聴する")
  public void listens(long after) {
    first("listen", after);
  }

  /** Coaches the agent of the first call. */
  @Given("a supervisor whispers after {duration}")
  @前提("スーパーバイザーは話し始めて{duration}後にささやく")
  public void whispers(long after) {
    first("whisper", after);
  }

  /** Talks with both of the first call. */
  @Given("a supervisor barges in after {duration}")
  @前提("スーパーバイザーは話し始めて{duration}後に割り込む")
  public void barges(long after) {
    first("barge", after);
  }

  /** The second thing a supervisor does. */
  @Given("the supervisor goes over to whispering after {duration}")
  @前提("スーパーバイザーはさらに{duration}後にささやきに切り替える")
  public void thenWhispers(long after) {
    next("whisper", after);
  }

  /** The second thing a supervisor does. */
  @Given("the supervisor goes over to barging in after {duration}")
  @前提("スーパーバイザーはさらに{duration}後に割り込みに切り替える")
  public void thenBarges(long after) {
    next("barge", after);
  }

  /** The second thing a supervisor does. */
  @Given("the supervisor leaves after {duration}")
  @前提("スーパーバイザーはさらに{duration}後に退出する")
  public void thenLeaves(long after) {
    next("leave", after);
  }

  private void does(String agent, String what, long after) {
    pin(agent + ".does", what);
    pin(agent + "." + what, after);
  }

  private void consults(String agent, long after, String then, long ms) {
    does(agent, "consults", after);
    pin(agent + ".consults.then", then);
    pin(agent + ".consults.then.after", ms);
  }

  private void first(String what, long after) {
    pin("supervisor-1.turn-1", what);
    pin("supervisor-1.turns-1", after);
  }

  private void next(String what, long after) {
    pin("supervisor-1.turn-2", what);
    pin("supervisor-1.turns-2", after);
  }

  private void pin(String name, long ms) {
    pin(name, Long.toString(ms));
  }

  private void pin(String name, String value) {
    rehearsal.script().flows();
    rehearsal.script().pin(name, value);
  }
}
