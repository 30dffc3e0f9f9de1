// Voters whose address does not receive mail, with the reason, and whether the commission has accepted to go on with them.
// Source: audit finding L13 of the incumbent: a bad address must be seen and mended before the vote opens.
import { createHash } from "node:crypto";
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { addressKey, findUndeliverable } from "#app/modules/notifications/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { readNamedSetting } from "#app/platform/named-settings.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { permissions } from "../module.ts";

export interface UnreachableVoter {
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly contactName: string;
  readonly address: string;
  readonly reason: string;
  readonly since: string;
  readonly isByLink: boolean;
  /** "" where nobody with an account votes. */
  readonly contactUserId: string;
  /** Her account has another address by now, which two people can take into the roll. */
  readonly hasNewAddress: boolean;
}

export interface UnreachableVoters {
  readonly voters: readonly UnreachableVoter[];
  /** What the commission accepts: this very list. */
  readonly hash: string;
  /** An empty list needs no acceptance. */
  readonly isAccepted: boolean;
}

/** The list as it stands now; a new bad address makes it another list, which is accepted anew. */
export async function listUnreachableVoters(context: ReadingContext, electionId: string): Promise<UnreachableVoters> {
  requirePermission(context.actor, permissions, "elections:prepare");
  const rows = await context.database.rollEntry.findMany({
    where: { electionId, struckAt: null },
    orderBy: { organizationHandle: "asc" },
    select: {
      organizationHandle: true,
      organizationName: true,
      contactAccountId: true,
      contactName: true,
      contactEmail: true,
      mendedEmail: true,
      rollChannel: true,
    },
  });
  const bad = await findUndeliverable(context, rows.map(postalAddressOf));
  const people = await listAccounts(
    context,
    rows.flatMap(({ contactAccountId, ...row }) =>
      contactAccountId !== null && bad.has(addressKey(postalAddressOf(row))) ? [contactAccountId] : [],
    ),
  );
  const voters = rows.flatMap(({ contactEmail, mendedEmail, contactAccountId, ...entry }): UnreachableVoter[] => {
    const address = postalAddressOf({ contactEmail, mendedEmail });
    const { rollChannel, ...row } = entry;
    const trouble = bad.get(addressKey(address));
    if (trouble === undefined) return [];
    const person = people.find(({ accountId }) => accountId === contactAccountId);
    const hasNewAddress = person !== undefined && addressKey(person.email) !== addressKey(address);
    const { reason, since } = trouble;
    return [
      {
        ...row,
        address,
        reason,
        since,
        isByLink: rollChannel === "link",
        contactUserId: person?.userId ?? "",
        hasNewAddress,
      },
    ];
  });
  const lines = voters.map(({ organizationHandle, address }) => `${organizationHandle} ${addressKey(address)}\n`);
  const hash = createHash("sha256").update(lines.join("")).digest("hex");
  const accepted = await readNamedSetting(context, acceptedKey(electionId), "");
  return { voters, hash, isAccepted: voters.length === 0 || accepted === hash };
}

/** The setting that holds which list was accepted. */
export function acceptedKey(electionId: string): string {
  return `unreachable-accepted/${electionId}`;
}
