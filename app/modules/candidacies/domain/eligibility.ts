// What can be computed of a candidacy's eligibility, each with its reason. The commission decides; this only tells.
// Source: calls of 2023 to 2026: citizenship and group caps, staff, nominator's standing, one bylaws body at a time.
import type { CallContest } from "./call-contest.ts";
import { isSamePerson } from "#app/modules/bodies/index.ts";
import { barredWithReasons, holdersFillingGroup, isSameName, nominationsAllowed } from "./call-contest.ts";

export const checkCodes = [
  "NOMINATOR_STANDING",
  "NOMINATIONS_OF_ORGANIZATION",
  "STAFF",
  "CITIZENSHIPS",
  "EMPLOYER_GROUP",
  "OFFICES",
  "OTHER_CANDIDACIES",
  "ENDORSEMENTS",
  "COMPLETENESS",
  "ANSWERS",
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** "mind": a person must look, because the facts alone do not decide. */
export type CheckOutcome = "fulfilled" | "mind" | "not-fulfilled";

// Why a type and not an interface: only then is it known to be JSON.
export type EligibilityCheck = {
  readonly code: CheckCode;
  readonly outcome: CheckOutcome;
  /** Names, numbers and codes for the sentence. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Country codes behind the reason, which a page writes in the reader's language. */
  readonly countries: readonly string[];
};

/** A body for which the person stands too, and the bodies that its rules exclude. */
export interface OtherBody {
  readonly bodyKey: string;
  readonly excludes: readonly string[];
}

export interface EligibilityFacts {
  readonly contest: CallContest;
  readonly organizationName: string | null;
  readonly nominatorStanding: { readonly isGood: boolean; readonly reasonsNot: readonly string[] };
  /** Living nominations of the same organisation in the contest, this one included. */
  readonly nominationsOfOrganization: number;
  readonly roles: { readonly nominee: readonly string[]; readonly nominator: readonly string[] };
  readonly name: string;
  readonly accountId: string;
  readonly citizenships: readonly string[];
  readonly employerGroup: string;
  /** Who holds an office in which other body on the day on which voting opens. */
  readonly officeHolders: readonly {
    readonly name: string;
    readonly bodyKey: string;
    readonly accountId: string | null;
  }[];
  /** Bodies of the person's other living candidacies. */
  readonly otherBodies: readonly OtherBody[];
  readonly endorsementsGiven: number;
  readonly isComplete: boolean;
  readonly missingParts: number;
  /** Answers that had to be explained. */
  readonly answersToMind: number;
}

/** All checks, always in the same order and always all of them: what is not shown cannot be trusted. */
export function eligibilityOf(facts: EligibilityFacts): EligibilityCheck[] {
  return [
    standing(facts),
    nominations(facts),
    staff(facts),
    citizenships(facts),
    employerGroup(facts),
    offices(facts),
    otherCandidacies(facts),
    endorsements(facts),
    line("COMPLETENESS", facts.isComplete ? "fulfilled" : "not-fulfilled", { missing: facts.missingParts }),
    line("ANSWERS", facts.answersToMind === 0 ? "fulfilled" : "mind", { count: facts.answersToMind }),
  ];
}

function line(
  code: CheckCode,
  outcome: CheckOutcome,
  details: EligibilityCheck["details"] = {},
  countries: readonly string[] = [],
): EligibilityCheck {
  return { code, outcome, details, countries };
}

function standing({ nominatorStanding, organizationName }: EligibilityFacts): EligibilityCheck {
  const { isGood, reasonsNot } = nominatorStanding;
  return line("NOMINATOR_STANDING", isGood ? "fulfilled" : "not-fulfilled", {
    organization: organizationName ?? "",
    reasons: reasonsNot.join(", "),
  });
}

function nominations({ contest, nominationsOfOrganization, organizationName }: EligibilityFacts): EligibilityCheck {
  const allowed = nominationsAllowed(contest);
  return line("NOMINATIONS_OF_ORGANIZATION", nominationsOfOrganization <= allowed ? "fulfilled" : "not-fulfilled", {
    organization: organizationName ?? "",
    count: nominationsOfOrganization,
    allowed,
  });
}

/** Source: call of the Electoral Commission: staff may neither be nominated nor nominate. */
export function isStaff(roles: readonly string[]): boolean {
  return roles.some((role) => role === "staff" || role === "administrator");
}

function staff({ roles }: EligibilityFacts): EligibilityCheck {
  const found = isStaff(roles.nominee) ? "nominee" : isStaff(roles.nominator) ? "nominator" : "";
  return line("STAFF", found === "" ? "fulfilled" : "not-fulfilled", { who: found });
}

function citizenships({ contest, citizenships: own }: EligibilityFacts): EligibilityCheck {
  const barred = barredWithReasons(contest).filter(({ code }) => own.includes(code));
  return line(
    "CITIZENSHIPS",
    barred.length === 0 ? "fulfilled" : "not-fulfilled",
    {
      cap: contest.rules.capPerCitizenship ?? 0,
      holders: [...new Set(barred.flatMap(({ holders }) => holders))].join(", "),
    },
    barred.length === 0 ? own : barred.map(({ code }) => code),
  );
}

function employerGroup({ contest, employerGroup: own }: EligibilityFacts): EligibilityCheck {
  const holders = holdersFillingGroup(contest, own);
  return line("EMPLOYER_GROUP", holders.length > 0 ? "not-fulfilled" : "fulfilled", {
    cap: contest.rules.capPerEmployerGroup ?? 0,
    group: own,
    holders: holders.join(", "),
  });
}

/**
 * Two people may have one name, and a term may end in time: so a commissioner looks, and nothing is refused by itself. Security: her own name counts
 * under another account too, because whoever holds an office could stand with a second account.
 */
function offices({ contest, name, accountId, officeHolders }: EligibilityFacts): EligibilityCheck {
  const found = officeHolders.filter(
    (holder) =>
      contest.rules.incompatibleBodies.includes(holder.bodyKey) &&
      (isSamePerson(holder, { name, accountId }) || isSameName(holder.name, name)),
  );
  return line("OFFICES", found.length === 0 ? "fulfilled" : "mind", {
    bodies: found.map(({ bodyKey }) => bodyKey).join(", "),
  });
}

/** It is enough that one of the two bodies excludes the other, as for those who hold office. */
function otherCandidacies({ contest, otherBodies }: EligibilityFacts): EligibilityCheck {
  const found = otherBodies
    .filter(
      ({ bodyKey, excludes }) =>
        contest.rules.incompatibleBodies.includes(bodyKey) || excludes.includes(contest.bodyKey),
    )
    .map(({ bodyKey }) => bodyKey);
  return line("OTHER_CANDIDACIES", found.length === 0 ? "fulfilled" : "not-fulfilled", { bodies: found.join(", ") });
}

function endorsements({ contest, endorsementsGiven }: EligibilityFacts): EligibilityCheck {
  const needed = contest.rules.endorsementsNeeded;
  return line("ENDORSEMENTS", endorsementsGiven >= needed ? "fulfilled" : "not-fulfilled", {
    given: endorsementsGiven,
    needed,
  });
}

/** The reasons that speak against admitting, for the sentence of a decision. */
export function failedChecks(checks: readonly EligibilityCheck[]): EligibilityCheck[] {
  return checks.filter(({ outcome }) => outcome === "not-fulfilled");
}

/** What no reason of the commission outweighs: rules of the bylaws that the seat count would apply anyway. */
const impediments: readonly CheckCode[] = [
  "STAFF",
  "CITIZENSHIPS",
  "EMPLOYER_GROUP",
  "NOMINATIONS_OF_ORGANIZATION",
  "OTHER_CANDIDACIES",
];

export function impedimentsAmong(checks: readonly EligibilityCheck[]): EligibilityCheck[] {
  return failedChecks(checks).filter(({ code }) => impediments.includes(code));
}
