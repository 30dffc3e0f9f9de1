// What the commission works with: the trustees' messages in the key ceremony, the roll for the voting codes, the sum to open.
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import { permissions } from "../module.ts";
import type { ElectionSummary } from "./elections.server.ts";
import { listElections } from "./elections.server.ts";
import { onRoll } from "./roll-tree.server.ts";

/** Everything a trustee's browser needs for its next step. Shares are sealed for it; the rest is public. */
export interface CeremonyView {
  readonly electionId: string;
  readonly group: string;
  readonly size: number;
  readonly threshold: number;
  readonly ownIndex: number;
  readonly certificates: readonly (string | null)[];
  readonly shareRecipients: readonly (string | null)[];
  readonly polynomials: readonly ({ readonly coefexps: string; readonly signature: string } | null)[];
  /** sealedShares[i] came from trustee i + 1 for this one. */
  readonly sealedShares: readonly (string | null)[];
  readonly verificationKeys: readonly (string | null)[];
  readonly trusteesPayload: string | null;
  readonly rehearsalPayload: string | null;
  readonly hasRehearsed: boolean;
  readonly electionPayload: string | null;
  readonly encryptedTally: string | null;
  readonly hasDecrypted: boolean;
}

/** The ceremony from one trustee's seat; undefined when the person holds no key of this election. */
export async function findCeremony(
  context: ReadingContext,
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
): Promise<CeremonyView | undefined> {
  const election = await context.database.election.findUnique({
    where: { id: electionId },
    include: { trustees: { orderBy: { index: "asc" } } },
  });
  const own = election?.trustees.find((trustee) => trustee.accountId === accountId);
  if (!election || !own) return undefined;
  const { trustees } = election;
  return {
    electionId,
    group: election.group,
    size: trustees.length,
    threshold: election.trusteeThreshold,
    ownIndex: own.index,
    certificates: trustees.map(({ certificate }) => certificate),
    shareRecipients: trustees.map(({ shareRecipient }) => shareRecipient),
    polynomials: trustees.map(({ polynomial }) =>
      polynomial === null ? null : (JSON.parse(polynomial) as { coefexps: string; signature: string }),
    ),
    sealedShares: trustees.map(({ sealedShares }) => (sealedShares as string[] | null)?.[own.index - 1] ?? null),
    verificationKeys: trustees.map(({ verificationKey }) => verificationKey),
    trusteesPayload: election.trusteesPayload,
    rehearsalPayload: election.rehearsalPayload,
    hasRehearsed: own.rehearsedAt !== null,
    electionPayload: election.electionPayload,
    encryptedTally: election.encryptedTally,
    hasDecrypted: own.decryptedAt !== null,
  };
}

/** One organisation as the browser that makes the codes needs it. */
export interface CodeRecipient {
  readonly rollEntryId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly votes: number;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactLanguage: string;
  /** Whoever votes by link gets another link, and an access key. */
  readonly channel: string;
}

/** The roll with the contacts' addresses, for the commission member who makes the codes. */
export async function listCodeRecipients(context: Context, electionId: string): Promise<CodeRecipient[]> {
  requirePermission(context.actor, permissions, "elections:issue-credentials");
  const rows = await context.database.rollEntry.findMany({
    where: { electionId, ...onRoll },
    orderBy: { organizationHandle: "asc" },
  });
  return rows.map((row) => ({
    rollEntryId: row.id,
    organizationHandle: row.organizationHandle,
    organizationName: voterNameOf(row),
    votes: row.votes,
    contactName: row.contactName,
    contactEmail: postalAddressOf(row),
    contactLanguage: row.contactLanguage,
    channel: row.channel,
  }));
}

/** The elections that the commission prepares, watches or counts; `isTrustee` where the person holds a key. */
export async function listCommissionElections(
  context: Context,
): Promise<(ElectionSummary & { readonly isTrustee: boolean })[]> {
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("elections:prepare", actor);
  requirePermission(actor, permissions, "elections:prepare");
  const held = await context.database.trustee.findMany({
    where: { accountId: actor.accountId },
    select: { electionId: true },
  });
  const heldIds = new Set(held.map(({ electionId }) => electionId));
  const elections = await listElections(context, { withDrafts: true });
  return elections.map((election) => ({ ...election, isTrustee: heldIds.has(election.id) }));
}
