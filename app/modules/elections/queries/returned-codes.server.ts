// Whose mail with the voting code came back, and since when: until another one leaves, nobody can be sure that she has a code that opens.
// Privacy: whether the entry has voted is not asked, so the list says nothing of it.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import { permissions } from "../module.ts";
import { onRoll } from "./roll-tree.server.ts";

export interface ReturnedCode {
  readonly rollEntryId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly contactName: string;
  readonly address: string;
  /** Nobody with an account: her address is mended by two people on its own page. */
  readonly isByLink: boolean;
  readonly since: string;
}

/** In the order in which they came back. */
export async function listReturnedCodes(context: ReadingContext, electionId: string): Promise<ReturnedCode[]> {
  requirePermission(context.actor, permissions, "elections:prepare");
  const rows = await context.database.rollEntry.findMany({
    where: { electionId, codeMailReturnedAt: { not: null }, ...onRoll },
    orderBy: [{ codeMailReturnedAt: "asc" }, { organizationHandle: "asc" }],
  });
  return rows.map((row) => ({
    rollEntryId: row.id,
    organizationHandle: row.organizationHandle,
    organizationName: voterNameOf(row),
    contactName: row.contactName,
    address: postalAddressOf(row),
    isByLink: row.rollChannel === "link",
    since: row.codeMailReturnedAt?.toISOString() ?? "",
  }));
}

/** The elections in which people can still vote and somebody's mail came back, for the watch. */
export async function listElectionsWithReturnedCodes(
  context: ReadingContext,
): Promise<{ electionId: string; title: Trilingual }[]> {
  const entries = await context.database.rollEntry.findMany({
    where: { codeMailReturnedAt: { not: null }, ...onRoll },
    distinct: ["electionId"],
    select: { electionId: true },
  });
  const going = await context.database.election.findMany({
    where: { id: { in: entries.map(({ electionId }) => electionId) }, closedAt: null, cancelledAt: null },
    select: { id: true, title: true },
  });
  return going.map(({ id, title }) => ({ electionId: id, title: title as Trilingual }));
}
