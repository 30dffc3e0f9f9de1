// The two parts of a roll entry: what everybody may know, and what only its organisation and the desks may know.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { RollPublicPart } from "#app/lib/roll-proof/index.ts";

/** The columns out of which the parts are made. */
export interface RollEntryFacts {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly country: string;
  readonly class: string;
  readonly category: string;
  readonly votes: number;
  readonly ruleVersion: string;
  /** The channel as the roll fixed it; a vote by hand does not change it. */
  readonly rollChannel: string;
  readonly privateHash: string;
}

export interface PrivateFacts {
  readonly explanation: unknown;
  readonly contactAccountId: string | null;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactLanguage: string;
}

/** Handle, name, country, class, category, votes, rules, channel. Privacy: nothing else of an entry is ever public. */
export function publicPartOf(entry: RollEntryFacts): RollPublicPart {
  return {
    handle: entry.organizationHandle,
    name: entry.organizationName,
    country: entry.country,
    class: entry.class,
    category: entry.category,
    votes: entry.votes,
    ruleVersion: entry.ruleVersion,
    channel: entry.rollChannel,
    privateHash: entry.privateHash,
  };
}

/** The holdings with what follows from them, the standing with its reasons, and the contact who votes. */
export function privatePartOf(entry: PrivateFacts): Json {
  const { standing = null, ...holdings } = explanationRecord(entry.explanation);
  return {
    holdings,
    standing,
    contact: {
      accountId: entry.contactAccountId,
      name: entry.contactName,
      email: entry.contactEmail,
      language: entry.contactLanguage,
    },
  };
}

/** The version of the rules behind an explanation; "" where there is none. */
export function ruleVersionOf(explanation: unknown): string {
  const { rules } = explanationRecord(explanation);
  const id = (rules as { readonly id?: unknown } | undefined)?.id;
  return typeof id === "string" ? id : "";
}

function explanationRecord(explanation: unknown): Record<string, Json> {
  // Why a round trip: what the database gives back is JSON, so what is hashed before it is kept must be just that.
  const read = JSON.parse(JSON.stringify(explanation ?? {})) as Json;
  return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Record<string, Json>) : {};
}
