// A sub-assignment as lists and files show it.

export interface SubAssignmentLine {
  readonly prefix: string;
  readonly customer: string;
  readonly handle: string;
  readonly name: string;
  readonly status: string;
  readonly isResidential: boolean;
  /** YYYY-MM-DD */
  readonly assignedOn: string;
  /** Days from the assignment to its registration; null where it was not registered here. */
  readonly daysTaken: number | null;
  readonly isLate: boolean;
}
