// After the seal the roll stays as it was signed. What two people may still do for a voter by link is to send her mails elsewhere, when the
// address that the roll fixed is known not to receive any: her old codes end, and whoever keeps the list of codes sends hers to the new address.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount, listAccounts } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ApprovedAct, ProposeActRefusal } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { addressKey, findUndeliverable } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { requireNotCancelled } from "../cancelling/domain/cancellation.ts";
import { isAddress, postalAddressOf } from "../domain/postal-address.ts";
import { addressChanges } from "../domain/roll-change.ts";
import { permissions } from "../module.ts";
import { onRoll } from "../queries/roll-tree.server.ts";
import { lockBox } from "./lock-election.server.ts";
import { tellOfMending } from "./tell-of-mending.server.ts";

export type MendAddressRefusal = Refusal<
  | "ELECTION_CANCELLED"
  | "BOX_NOT_SEALED"
  | "MENDING_TOO_LATE"
  | "ROLL_ENTRY_UNKNOWN"
  | "ADDRESS_NOT_OF_LINK"
  | "ADDRESS_INVALID"
  | "ADDRESS_SAME"
  | "ADDRESS_RECEIVES_MAIL"
  | "ADDRESS_OF_CAST_VOTE"
  | "KEEPER_MENDS_NOTHING"
>;

type Mending = { readonly handle: string; readonly address: string };

const payload = z.object({ handle: z.string(), address: z.string() });

export const mendAddressAct: ApprovableAct<Mending> = {
  kind: "elections:mend-address",
  mayPropose: ["administrator", "staff", "commission"],
  mayApprove: ["commission"],
  async describe(context, { subjectId, payload: { handle, address } }) {
    const entry = await findEntry(context, subjectId, handle);
    if (entry === null) return [];
    return addressChanges(postalAddressOf(entry), address).map(({ before, after }) => ({
      ...{ field: "entry.address", before, after },
    }));
  },
  carryOut,
};

export function proposeMending(
  context: Context,
  { electionId, reason, ...wish }: Mending & { readonly electionId: string; readonly reason: string },
): Promise<Result<{ proposalId: string }, MendAddressRefusal | ProposeActRefusal>> {
  requirePermission(context.actor, permissions, "elections:propose-roll-change");
  const mending = { handle: wish.handle.trim().toUpperCase(), address: addressKey(wish.address) };
  return inTransaction<Result<{ proposalId: string }, MendAddressRefusal | ProposeActRefusal>>(
    context,
    async (within) => {
      const election = await within.database.election.findUniqueOrThrow({ where: { id: electionId } });
      const mendable = await requireMendable(within, election, mending);
      if (!mendable.ok) return mendable;
      if (isKeeper(within, election)) return refuse("KEEPER_MENDS_NOTHING");
      return proposeActWithin(within, mendAddressAct, {
        ...{ subjectType: "election", subjectId: electionId, subjectTitle: election.title as Trilingual },
        ...{ payload: mending, reason },
      });
    },
  );
}

interface ElectionToMend {
  readonly id: string;
  readonly sealedAt: Date | null;
  readonly closedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly closesAt: Date;
  readonly credentialAuthorityId: string | null;
}

/** Security: whoever has every code does not say where one goes too; otherwise two people could vote for whoever is silent. */
function isKeeper({ actor }: ContextWithin, { credentialAuthorityId }: ElectionToMend): boolean {
  return actor.kind === "person" && actor.accountId === credentialAuthorityId;
}

/** Privacy: not whether she has voted, which one person alone never learns. */
async function requireMendable(
  context: ReadingContext,
  election: ElectionToMend,
  { handle, address }: Mending,
): Promise<Result<NonNullable<Awaited<ReturnType<typeof findEntry>>>, MendAddressRefusal>> {
  const standing = requireNotCancelled(election);
  if (!standing.ok) return standing;
  if (election.sealedAt === null) return refuse("BOX_NOT_SEALED");
  if (election.closedAt !== null || context.clock.now() >= election.closesAt) return refuse("MENDING_TOO_LATE");
  const entry = await findEntry(context, election.id, handle);
  if (entry === null) return refuse("ROLL_ENTRY_UNKNOWN", { handle });
  if (entry.rollChannel !== "link") return refuse("ADDRESS_NOT_OF_LINK");
  if (!isAddress(address)) return refuse("ADDRESS_INVALID");
  const present = postalAddressOf(entry);
  if (addressKey(present) === address) return refuse("ADDRESS_SAME");
  return (await isKnownBad(context, { present, returnedAt: entry.codeMailReturnedAt }))
    ? ok(entry)
    : refuse("ADDRESS_RECEIVES_MAIL");
}

/**
 * Security: nobody takes a voter's mails away from an address that receives them. What says that it does not is the mail with her code, or a mail
 * server that refused a mail of ours to our face. A report about another mail is not enough: its Message-ID stands in the proof of sending, so
 * whoever proposes the new address could have written the report too.
 */
async function isKnownBad(
  context: ReadingContext,
  { present, returnedAt }: { readonly present: string; readonly returnedAt: Date | null },
): Promise<boolean> {
  if (returnedAt !== null) return true;
  return (await findUndeliverable(context, [present])).get(addressKey(present))?.source === "refused";
}

function findEntry(context: ReadingContext, electionId: string, handle: string) {
  return context.database.rollEntry.findFirst({ where: { electionId, organizationHandle: handle, ...onRoll } });
}

async function carryOut(
  within: ContextWithin,
  act: ApprovedAct<Mending>,
): Promise<Result<unknown, MendAddressRefusal>> {
  const election = await lockBox(within, act.subjectId);
  const mending = payload.parse(act.payload);
  const mendable = await requireMendable(within, election, mending);
  if (!mendable.ok) return mendable;
  if (isKeeper(within, election)) return refuse("KEEPER_MENDS_NOTHING");
  const entry = mendable.value;
  // Security: a vote that was cast is not overtaken by a code that others send elsewhere.
  if (entry.hasVoted) return refuse("ADDRESS_OF_CAST_VOTE");
  const [proposer] = await listAccounts(within, [act.proposedBy]);
  const proposedByName = proposer?.name ?? (await getAccount(within, act.proposedBy)).name;
  const approvedByName = within.actor.kind === "person" ? within.actor.name : within.actor.kind;
  const organization = entry.organizationHandle;
  await recordAudit(within, {
    action: "elections:address-mended",
    ...{ subjectType: "election", subjectId: election.id },
    changes: addressChanges(postalAddressOf(entry), mending.address).map(({ before, after }) => ({
      ...{ field: `${organization}.address`, before, after },
    })),
    details: { organization, reason: act.reason, proposedBy: proposedByName },
  });
  const now = within.clock.now();
  await within.database.rollEntry.update({
    where: { id: entry.id },
    data: {
      mendedEmail: mending.address,
      ...{ secondKeyHash: null, endedKeyHash: null, rollKeyHash: null },
      // Why: until the code leaves for the new address, the entry stands on the desk's list.
      codeMailReturnedAt: entry.codeMailReturnedAt ?? now,
    },
  });
  await within.database.preparationDecision.create({
    data: {
      ...{ electionId: election.id, kind: "address-mended", subject: { organization }, reason: act.reason },
      ...{ proposedByName, approvedByName, decidedAt: now },
    },
  });
  await tellOfMending(within, { entry, election, proposalId: act.proposalId, reason: act.reason });
  return ok(undefined);
}
