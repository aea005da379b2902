package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import java.util.List;

/** All known-bad twins. */
public final class Twins {

  private Twins() {}

  /** The scenario in which the mistake of this twin shows; of another program, plain calls. */
  public static Scenario scenarioOf(Subject twin) {
    return twin instanceof Twin known ? known.scenario() : Scenario.OUTBOUND;
  }

  /** In the order in which they are shown. */
  public static List<Subject> all() {
    return List.of(
        TwoStepDial.SUBJECT,
        WaitOneSecond.SUBJECT,
        DroppedWish.SUBJECT,
        NobodyEnds.SUBJECT,
        LastEventWins.SUBJECT,
        TwoNames.SUBJECT,
        DialsOnEveryJoin.SUBJECT,
        EndsThemAll.SUBJECT,
        EndsStrangers.SUBJECT,
        WaitsForAnswer.SUBJECT,
        LeavesRegionOut.SUBJECT,
        HoldByLeaving.SUBJECT,
        AgentEndsAll.SUBJECT,
        MovesTheAgent.SUBJECT,
        LastTwoForgotten.SUBJECT,
        CannotCancel.SUBJECT,
        CoachesLater.SUBJECT,
        ForgetsCoaching.SUBJECT,
        GuessesTheCoach.SUBJECT,
        CoachStaysBehind.SUBJECT,
        WhispersUnguarded.SUBJECT,
        OneGlobalCall.SUBJECT,
        SwallowsErrors.SUBJECT,
        SdkRepeats.SUBJECT,
        CancelsNothing.SUBJECT,
        CommaEvents.SUBJECT,
        OneString.SUBJECT,
        LabelExpected.SUBJECT,
        CountsHeads.SUBJECT,
        ReopensFinished.SUBJECT,
        PollsHard.SUBJECT,
        RemembersInMemory.SUBJECT,
        DialsThenWrites.SUBJECT,
        TwoWriters.SUBJECT,
        HearsOfJoinsAlone.SUBJECT,
        KeepsTheOldLeg.SUBJECT,
        TrustsTheTimeLimit.SUBJECT,
        FindsByName.SUBJECT,
        EndsWhatIsInProgress.SUBJECT,
        OneLabelForAll.SUBJECT,
        SeesItsOwnHost.SUBJECT,
        BooksTheRedirect.SUBJECT,
        ReadsTheAnswer.SUBJECT,
        TakesAMachineForACaller.SUBJECT,
        MovesBothLegs.SUBJECT,
        MakesItTwice.SUBJECT,
        ForgetsThePlus.SUBJECT,
        NeverWrapsUp.SUBJECT,
        LeavesThemOffline.SUBJECT,
        AgentRingsOn.SUBJECT,
        ReadsTheAttribute.SUBJECT,
        WritesItAllBack.SUBJECT,
        WaitingRoom.SUBJECT,
        ConferenceWithoutEnqueue.SUBJECT,
        CancelsTooLate.SUBJECT,
        AnswersTwice.SUBJECT,
        RingsThemAll.SUBJECT);
  }
}
