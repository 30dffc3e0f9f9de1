// What a wished change of the roll would make of one entry, so that the same is shown before it is decided and done afterwards.
import type { Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { rulesOn, votingRightsOn } from "#app/modules/membership/index.server.ts";
import type { VotingRight } from "#app/modules/membership/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { contactColumnsOf, isWholePerson, planListedEntry } from "./plan-listed-entry.server.ts";
import type {
  EntryState,
  ListedPerson,
  RollChangeRefusal,
  RollChangeWish,
  RollFieldChange,
} from "../domain/roll-change.ts";
import { addressChanges, areVotes, fieldChanges } from "../domain/roll-change.ts";
import type { PlannedEntry, RollFacts } from "../domain/planned-entry.ts";

export interface RollChangePlan {
  /** Null: the entry is new. */
  readonly rollEntryId: string | null;
  readonly kind: "added" | "struck" | "changed";
  readonly entry: PlannedEntry;
  readonly changes: readonly RollFieldChange[];
  /** Who voted until now and who will: both are told. */
  readonly contactAccountIds: readonly string[];
}

type Planned = Promise<Result<RollChangePlan, RollChangeRefusal>>;

export function planRollChange(context: ReadingContext, election: RollFacts, wish: RollChangeWish): Planned {
  const person = wish.person ?? null;
  if (person !== null && !isWholePerson(person)) return Promise.resolve(refuse("ROLL_PERSON_INVALID"));
  if (wish.kind === "restore") return planRestoring(context, election, wish);
  if (wish.kind !== "add") return planChange(context, election, wish);
  return person === null
    ? planAddition(context, election, wish)
    : planListedAddition(context, election, { wish, person });
}

/** Whoever was struck comes back as she was, or with what the wish says besides. */
async function planRestoring(context: ReadingContext, election: RollFacts, wish: RollChangeWish): Planned {
  const { handle } = wish;
  const row = await context.database.rollEntry.findFirst({
    where: { electionId: election.id, organizationHandle: handle },
  });
  if (row === null) return refuse("ROLL_ENTRY_UNKNOWN", { handle });
  if (row.struckAt === null) return refuse("ROLL_ENTRY_ON_ROLL", { handle });
  const entry = await applyWish(context, election, row, wish);
  if (!entry.ok) return entry;
  return ok(await additionOf(context, row, entry.value));
}

async function planListedAddition(
  context: ReadingContext,
  election: RollFacts,
  asked: { readonly wish: RollChangeWish; readonly person: ListedPerson },
): Planned {
  const entry = await planListedEntry(context, election, asked);
  return entry.ok ? ok(await additionOf(context, null, entry.value)) : entry;
}

type Row = PlannedEntry & { readonly id: string };

async function additionOf(context: ReadingContext, row: Row | null, entry: PlannedEntry): Promise<RollChangePlan> {
  const before = row === null ? null : await stateOf(context, row, false);
  const changes = [
    ...fieldChanges(before, await stateOf(context, entry, true)),
    ...(isByLink(entry) ? addressChanges(row?.contactEmail ?? "", entry.contactEmail) : []),
  ];
  return { rollEntryId: row?.id ?? null, kind: "added", entry, changes, contactAccountIds: accountsOf(entry) };
}

async function planChange(context: ReadingContext, election: RollFacts, wish: RollChangeWish): Planned {
  const row = await context.database.rollEntry.findFirst({
    where: { electionId: election.id, organizationHandle: wish.handle, struckAt: null },
  });
  if (row === null) return refuse("ROLL_ENTRY_UNKNOWN", { handle: wish.handle });
  const before = await stateOf(context, row, true);
  if (wish.kind === "strike") {
    const changes = fieldChanges(before, { ...before, isOnRoll: false });
    return ok({ rollEntryId: row.id, kind: "struck", entry: row, changes, contactAccountIds: accountsOf(row) });
  }
  const entry = await applyWish(context, election, row, wish);
  if (!entry.ok) return entry;
  const isSamePerson = row.contactAccountId === entry.value.contactAccountId;
  const changes = [
    ...fieldChanges(before, await stateOf(context, entry.value, true)),
    ...(isSamePerson || isByLink(entry.value) ? addressChanges(row.contactEmail, entry.value.contactEmail) : []),
  ];
  if (changes.length === 0) return refuse("ROLL_CHANGE_EMPTY");
  const contactAccountIds = [...accountsOf(row), ...accountsOf(entry.value)];
  return ok({ rollEntryId: row.id, kind: "changed", entry: entry.value, changes, contactAccountIds });
}

async function planAddition(context: ReadingContext, election: RollFacts, wish: RollChangeWish): Planned {
  const { organizationId } = wish;
  const [right] = await votingRightsOn(context, election.rollDate, {
    organizationIds: [organizationId],
    withBlocks: true,
  });
  if (right === undefined) return refuse("ROLL_ORGANIZATION_UNKNOWN");
  const row = await context.database.rollEntry.findFirst({ where: { electionId: election.id, organizationId } });
  if (row !== null && row.struckAt === null) return refuse("ROLL_ENTRY_ALREADY_THERE", { handle: right.handle });
  const entry = await applyWish(context, election, entryOf(right), { ...wish, votes: wish.votes ?? right.votes });
  if (!entry.ok) return entry;
  if (entry.value.contactAccountId === null) return refuse("ROLL_CONTACT_MISSING", { handle: right.handle });
  return ok(await additionOf(context, row, { ...entry.value, rollChannel: row?.rollChannel ?? "account" }));
}

async function applyWish(
  context: ReadingContext,
  { rollDate, electorate }: RollFacts,
  entry: PlannedEntry,
  wish: RollChangeWish,
): Promise<Result<PlannedEntry, RollChangeRefusal>> {
  const votes = wish.votes ?? entry.votes;
  const isOnePerson = electorate === "individuals";
  if (!areVotes(votes) || (isOnePerson && votes !== 1)) return refuse("ROLL_VOTES_INVALID");
  const { document } = await rulesOn(context, rollDate);
  const category = document.categories.find(({ key }) => key === wish.category);
  if (wish.category !== null && category === undefined) return refuse("ROLL_CATEGORY_UNKNOWN");
  const named =
    category === undefined ? {} : { category: { key: category.key, names: category.names, votes: category.votes } };
  const contact = await contactOfWish(context, entry, wish);
  if (!contact.ok) return contact;
  return ok({
    ...entry,
    votes,
    category: category?.key ?? entry.category,
    explanation: { ...(entry.explanation as object), ...named, votes },
    ...contact.value,
  });
}

/** The columns of who votes, where the wish names somebody. */
async function contactOfWish(
  context: ReadingContext,
  entry: PlannedEntry,
  { contactAccountId, person = null }: RollChangeWish,
): Promise<Result<Partial<PlannedEntry>, RollChangeRefusal>> {
  // Security: whoever votes with an account is changed by naming another account.
  if (person !== null && entry.rollChannel !== "link") return refuse("ORGANIZATION_HAS_CONTACT");
  if (person !== null) return ok(await contactColumnsOf(context, person));
  if (contactAccountId === null) return ok({});
  const account = await findActive(context, contactAccountId);
  if (account === undefined) return refuse("ROLL_CONTACT_MISSING", { handle: entry.organizationHandle });
  const { accountId, name, email, language } = account;
  return ok({ contactAccountId: accountId, contactName: name, contactEmail: email, contactLanguage: language });
}

/** Whoever reads the mail then votes, so two people read where it goes, whoever the name says it is. */
function isByLink({ rollChannel }: PlannedEntry): boolean {
  return rollChannel === "link";
}

function entryOf(right: VotingRight): PlannedEntry {
  return {
    organizationId: right.organizationId,
    organizationHandle: right.handle,
    organizationName: right.name,
    country: right.country,
    class: right.class,
    category: right.category,
    votes: right.votes,
    explanation: right.explanation,
    contactAccountId: right.contact?.accountId ?? null,
    contactName: right.contact?.name ?? "",
    contactEmail: right.contact?.email ?? "",
    contactLanguage: right.contact?.language ?? "es",
    rollChannel: "account",
  };
}

async function stateOf(context: ReadingContext, entry: PlannedEntry, isOnRoll: boolean): Promise<EntryState> {
  const account = entry.contactAccountId === null ? undefined : await findActive(context, entry.contactAccountId);
  return {
    isOnRoll,
    name: entry.organizationName,
    class: entry.class,
    category: entry.category,
    votes: entry.votes,
    contact: account === undefined ? entry.contactName : `${entry.contactName} (${account.userId})`,
  };
}

async function findActive(context: ReadingContext, accountId: string) {
  try {
    const account = await getAccount(context, accountId);
    return account.isActive ? account : undefined;
  } catch (error) {
    // Why: P2025 is the database's "no such record", which here is an answer.
    if ((error as { code?: string }).code === "P2025") return undefined;
    throw error;
  }
}

function accountsOf(entry: { readonly contactAccountId: string | null }): string[] {
  return entry.contactAccountId === null ? [] : [entry.contactAccountId];
}
