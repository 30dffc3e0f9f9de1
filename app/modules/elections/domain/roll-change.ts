// A change of a frozen roll: what may be asked, and which fields it changes. Two people decide it, everybody sees it.
// Source: the incumbent's audit (findings L4, L5, L6): voters were edited, deleted and added during and after a vote, and no log said which.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";

/** What two people decide. `claimId` names the claim that it answers, "" when there is none. */
export type RollChangeWish = {
  readonly kind: "add" | "strike" | "change" | "restore";
  /** The entry that is changed, struck or restored; when one is added, the handle of an organisation that only a national registry knows. */
  readonly handle: string;
  /** The organisation that is added; "" otherwise. */
  readonly organizationId: string;
  /** Null: stays as it is; when added, as the rules say. */
  readonly votes: number | null;
  /** Key of a category of the rules on the roll date; null: stays as it is. */
  readonly category: string | null;
  /** Who votes instead; null: stays as it is; when added, the membership contact. */
  readonly contactAccountId: string | null;
  readonly claimId: string;
  /** Somebody without an account: added, or put in the place of whoever has the link of the entry. */
  readonly person?: ListedPerson | null;
};

/** What a list says of a voter who votes by link. */
export type ListedPerson = {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  /** Two letters, or "". */
  readonly country: string;
  /** Of an organisation that only a national registry knows; "" otherwise. */
  readonly organizationName: string;
};

export const rollFields = ["isOnRoll", "name", "class", "category", "votes", "contact", "address"] as const;

/** One field of an entry. `isPublic`: everybody sees both values, and not only that it changed. */
export type RollFieldChange = {
  readonly field: (typeof rollFields)[number];
  readonly before: Json;
  readonly after: Json;
  readonly isPublic: boolean;
};

/** The fields of an entry that a change may touch; null: not on the roll. */
export interface EntryState {
  readonly isOnRoll: boolean;
  readonly name: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  /** "Ana Paz (ANA101)" */
  readonly contact: string;
}

const privateFields = new Set(["contact"]);
const fields = [
  "isOnRoll",
  "name",
  "class",
  "category",
  "votes",
  "contact",
] as const satisfies readonly (typeof rollFields)[number][];

/** Each field that differs. */
export function fieldChanges(before: EntryState | null, after: EntryState): RollFieldChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [before === null ? (field === "isOnRoll" ? false : null) : before[field], after[field]];
    return was === is ? [] : [{ field, before: was, after: is, isPublic: !privateFields.has(field) }];
  });
}

/** The same person with another address: the way in which an address that does not receive mail is mended on a frozen roll. */
export function addressChanges(before: string, after: string): RollFieldChange[] {
  if (before.trim().toLowerCase() === after.trim().toLowerCase()) return [];
  return [{ field: "address", before: hintOf(before), after: hintOf(after), isPublic: false }];
}

/** Privacy: "r…@example.org" is enough for who decides, and the log keeps what it is told for ever. */
function hintOf(address: string): string {
  return address.replace(/^(.).*@/u, "$1…@");
}

/** Whether a kept change still says who the contact was. */
export function namesPeople(changes: readonly RollFieldChange[]): boolean {
  return changes.some((change) => !change.isPublic && (change.before !== null || change.after !== null));
}

/** The same changes without people: that the contact changed stays, who it was goes. */
export function changesWithoutPeople(changes: readonly RollFieldChange[]): RollFieldChange[] {
  return changes.map((change) => (change.isPublic ? change : { ...change, before: null, after: null }));
}

export type RollChangeRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "ROLL_NOT_FROZEN"
  | "ROLL_CHANGE_AFTER_SEALING"
  | "ROLL_ENTRY_UNKNOWN"
  | "ROLL_ENTRY_ALREADY_THERE"
  | "ROLL_VOTES_INVALID"
  | "ROLL_CATEGORY_UNKNOWN"
  | "ROLL_CONTACT_MISSING"
  | "ROLL_ORGANIZATION_UNKNOWN"
  | "ROLL_CHANGE_EMPTY"
  | "ROLL_PERSON_INVALID"
  | "ROLL_ENTRY_ON_ROLL"
  | "ORGANIZATION_HAS_CONTACT"
>;

/** Whether the roll may be changed at all: after the freeze and before the sealing, never later (L6). */
export function mayChangeRoll(election: {
  readonly rollFrozenAt: Date | null;
  readonly sealedAt: Date | null;
  readonly cancelledAt: Date | null;
}): Result<undefined, RollChangeRefusal> {
  const standing = requireNotCancelled(election);
  if (!standing.ok) return standing;
  if (election.rollFrozenAt === null) return refuse("ROLL_NOT_FROZEN");
  return election.sealedAt === null ? ok(undefined) : refuse("ROLL_CHANGE_AFTER_SEALING");
}

export const mostVotes = 1_000;

export function areVotes(votes: number): boolean {
  return Number.isSafeInteger(votes) && votes >= 1 && votes <= mostVotes;
}
