// Creates the organisations that a file names for the first time, with invented contacts, and brings the known ones up to date.
import { createAccountsInBulk } from "#app/modules/accounts/index.server.ts";
import {
  listOrganizationLines,
  registerHoldersInBulk,
  updateHoldersInBulk,
} from "#app/modules/organizations/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Holder } from "../domain/describe-holders.ts";
import type { InventedPerson } from "../domain/invention/invent-holder.ts";
import { inventContacts } from "../domain/invention/invent-holder.ts";
import type { ImportProgress } from "../domain/import-progress.ts";

export interface HolderChanges {
  readonly idByOpaqueId: ReadonlyMap<string, string>;
  readonly added: number;
  readonly changed: number;
  readonly contactsInvented: number;
}

export async function bringHoldersUpToDate(
  within: ContextWithin,
  registry: string,
  holders: readonly Holder[],
  seed: number,
  tell: (progress: ImportProgress) => void,
): Promise<HolderChanges> {
  const known = await listOrganizationLines(within, "all");
  const idByOpaqueId = new Map<string, string>();
  for (const line of known)
    if (line.registry === registry && line.opaqueId !== null) idByOpaqueId.set(line.opaqueId, line.id);
  const fresh = holders.filter((holder) => !idByOpaqueId.has(holder.opaqueId));
  const changed = await updateKnown(
    within,
    registry,
    holders.filter((holder) => idByOpaqueId.has(holder.opaqueId)),
  );
  tell({ phase: "holders", done: 0, total: fresh.length });
  const staffed = fresh.map((holder) => ({
    ...holder,
    contacts: inventContacts(seed, holder.opaqueId, holder.country, holder.name),
  }));
  const people = await createPeople(
    within,
    staffed.flatMap(({ contacts: { administrative, billing, membership } }) => [administrative, billing, membership]),
  );
  const created = await registerHoldersInBulk(
    within,
    staffed.map(({ opaqueId, name, country, isNamed, contacts: { administrative, billing, membership } }) => {
      const accountOf = (person: InventedPerson) => people.get(person.key) ?? "";
      return {
        registry,
        opaqueId,
        name,
        country,
        isDemonstration: !isNamed,
        contacts: {
          administrative: accountOf(administrative),
          billing: accountOf(billing),
          membership: accountOf(membership),
        },
      };
    }),
  );
  for (const [opaqueId, id] of created) idByOpaqueId.set(opaqueId, id);
  tell({ phase: "holders", done: fresh.length, total: fresh.length });
  return { idByOpaqueId, added: fresh.length, changed, contactsInvented: people.size };
}

async function updateKnown(within: ContextWithin, registry: string, holders: readonly Holder[]): Promise<number> {
  if (holders.length === 0) return 0;
  const facts = holders.map(
    ({ opaqueId, country, name, isNamed }) => [opaqueId, isNamed ? { country, name } : { country }] as const,
  );
  return updateHoldersInBulk(within, registry, new Map(facts));
}

/** One account a person, however many roles and organisations; gives the account ids by person. */
async function createPeople(within: ContextWithin, people: readonly InventedPerson[]): Promise<Map<string, string>> {
  const unique = [...new Map(people.map((person) => [person.key, person])).values()];
  const accounts = await createAccountsInBulk(
    within,
    unique.map(({ name, email, language }) => ({ name, email, language, isDemonstration: true })),
  );
  return new Map(unique.map((person, index) => [person.key, accounts[index]?.accountId ?? ""]));
}
