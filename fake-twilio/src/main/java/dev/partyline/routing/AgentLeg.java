package dev.partyline.routing;

import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Call;

/** The leg that an instruction makes for a reservation, and how far it has come. */
final class AgentLeg {

  final Workspace workspace;
  final Reservation reservation;
  final Instruction instruction;

  /** The worker's leg; null until it is dialled. */
  Call call;

  /** The caller's leg, or the customer's that was dialled; null until it is moved. */
  Call customer;

  /** The conference both are in; null before and for other instructions. */
  String conference;

  boolean answered;
  boolean joined;

  /** Whether the customer has been in the conference with the agent. */
  boolean together;

  /** Whether the reservation was accepted by this leg. */
  boolean done;

  /** Whether nothing of the instruction goes on any more. */
  boolean over;

  AgentLeg(Workspace workspace, Reservation reservation, Instruction instruction) {
    this.workspace = workspace;
    this.reservation = reservation;
    this.instruction = instruction;
  }

  boolean pending() {
    return reservation.status() == Reservation.Status.PENDING;
  }
}
