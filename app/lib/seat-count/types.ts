// What a seat count is given and what it answers. Votes are exact integers; nothing here knows a clock or a language.

/** What the caps look at. */
export interface Seatable {
  readonly name: string;
  /** Country codes: all of a person's citizenships count. None: no cap on citizenships binds. */
  readonly citizenships: readonly string[];
  /** The company or group of companies that a person works for; "" is none. */
  readonly employerGroup: string;
}

/** Somebody who stays in office and so counts for the caps. */
export type Staying = Seatable;

export interface Contender extends Seatable {
  readonly id: string;
  readonly votes: number;
  /** Withdrew when the ballot could not be changed any more: the votes are reported and take no seat. */
  readonly isWithdrawn?: boolean | undefined;
}

/** How a tie was decided, as recorded: the tied candidates in the order that the lot or the runoff gave them. */
export interface TieDecision {
  readonly method: "lot" | "runoff";
  readonly order: readonly string[];
}

export interface SeatCountInput {
  readonly seats: number;
  /** 0: no rule says how long. */
  readonly termYears: number;
  /** The term of the first seated, of the second, …; where it ends, termYears holds. */
  readonly termYearsByRank?: readonly number[] | undefined;
  readonly capPerCitizenship: number | null;
  readonly capPerEmployerGroup: number | null;
  readonly tieRule: "lot" | "runoff";
  readonly staying: readonly Staying[];
  readonly candidates: readonly Contender[];
  /** Marks for none of the candidates: reported, never seated. */
  readonly blankVotes?: number | undefined;
  readonly tieDecisions?: readonly TieDecision[] | undefined;
}

export interface ElectedSeat {
  readonly id: string;
  readonly rank: number;
  readonly termYears: number;
}

/** Why an equal number of votes cannot be left alone: it decides who is seated, whom a cap bars, or for how long. */
export type TieReason = "seat" | "cap" | "term";

export interface OpenTie {
  readonly candidates: readonly string[];
  readonly votes: number;
  readonly seatsLeft: number;
  readonly reason: TieReason;
  readonly rule: "lot" | "runoff";
}

interface PassedOver {
  readonly id: string;
  readonly name: string;
  readonly votes: number;
  /** The citizenship or the employer that is full. */
  readonly shared: string;
  readonly cap: number;
  /** Through whom: those elected before, and those who stay in office. */
  readonly elected: readonly string[];
  readonly staying: readonly string[];
}

interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly votes: number;
}

interface Equals {
  readonly names: readonly string[];
  readonly votes: number;
}

/** The parameters are what a line's sentence needs, so that the reasoning can be read without the input. */
export interface LineParams {
  readonly SEATS: { readonly seats: number; readonly candidates: number };
  readonly CAP_CITIZENSHIP: { readonly cap: number };
  readonly CAP_EMPLOYER: { readonly cap: number };
  readonly STAYS_IN_OFFICE: Seatable;
  readonly BLANK: { readonly votes: number };
  readonly TIE_WITHOUT_EFFECT: Equals;
  readonly TIE_DECIDED: Equals & { readonly method: "lot" | "runoff" };
  readonly TIE_OPEN: Equals & {
    readonly reason: TieReason;
    readonly rule: "lot" | "runoff";
    readonly seatsLeft: number;
  };
  readonly ELECTED: Outcome & { readonly rank: number; readonly termYears: number };
  readonly PASSED_OVER_CITIZENSHIP: PassedOver;
  readonly PASSED_OVER_EMPLOYER: PassedOver;
  readonly WITHDRAWN: Outcome;
  readonly NOT_SEATED: Outcome;
  readonly NOT_REACHED: Outcome;
  readonly SEATS_LEFT_EMPTY: { readonly seats: number };
  readonly COMPLETE: { readonly seats: number };
}

/** One step of the reasoning. */
export type CountLine = {
  readonly [C in keyof LineParams]: { readonly code: C; readonly params: LineParams[C] };
}[keyof LineParams];

export interface CountOutcome {
  readonly elected: readonly ElectedSeat[];
  readonly lines: readonly CountLine[];
  /** At most one at a time: what stands behind an open tie cannot be counted yet. */
  readonly ties: readonly OpenTie[];
}
