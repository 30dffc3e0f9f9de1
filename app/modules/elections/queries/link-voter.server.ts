// A voter without an account, by the key that only her mail has: made of the code in the mail about the roll, or of the voting mail's
// second code. It opens her own entry and her claims, and casts nothing (decision 0010).
import type { RollProof } from "#app/lib/roll-proof/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { secondKeyHashOf } from "../domain/second-code.ts";
import { postalAddressOf } from "../domain/postal-address.ts";
import { voterNameOf } from "../domain/voter-name.ts";
import { proveEntry } from "./roll-proof.server.ts";

export interface LinkVoter {
  readonly rollEntryId: string;
  /** Null: a person, or an organisation that only a national registry knows. */
  readonly organizationId: string | null;
  readonly handle: string;
  /** The organisation's name, or the person's number on the roll. */
  readonly entryName: string;
  /** What the voter herself is shown: a person reads her own name. */
  readonly name: string;
  readonly contactName: string;
  readonly email: string;
  readonly language: Language;
  /** Whose account has the same address, if exactly one has. */
  readonly accountId: string | null;
  /** Who of those who held the entry one after the other: claims are each one's own. */
  readonly holderNumber: number;
  /** False: she was struck off; she may still object. */
  readonly isOnRoll: boolean;
}

/** Security: a key of 140 bits is looked up by its hash; whoever has none of them learns not even that there is an entry. */
export async function findLinkVoter(
  context: ReadingContext,
  { electionId, secondKey }: { readonly electionId: string; readonly secondKey: string },
): Promise<LinkVoter | undefined> {
  const hash = secondKeyHashOf({ electionId, secondKey });
  const row = await context.database.rollEntry.findFirst({
    where: { electionId, rollChannel: "link", OR: [{ rollKeyHash: hash }, { secondKeyHash: hash }] },
  });
  return row === null ? undefined : voterOf(row);
}

/** Whether the key is of a voting mail that was reported as returned: it opens nothing, and who comes with it is told why. */
export async function isOfReturnedMail(
  context: ReadingContext,
  { electionId, secondKey }: { readonly electionId: string; readonly secondKey: string },
): Promise<boolean> {
  const endedKeyHash = secondKeyHashOf({ electionId, secondKey });
  return (await context.database.rollEntry.count({ where: { electionId, rollChannel: "link", endedKeyHash } })) > 0;
}

/** The same by the entry's id, for who tells her of something; undefined once her address was erased. */
export async function findLinkVoterOfEntry(
  context: ReadingContext,
  rollEntryId: string,
): Promise<LinkVoter | undefined> {
  const row = await context.database.rollEntry.findUnique({ where: { id: rollEntryId } });
  return row === null || row.contactEmail === "" ? undefined : voterOf(row);
}

/** The proof that her entry is on the roll with these votes; undefined for whoever was struck off. */
export async function findRollProofByLink(
  context: ReadingContext,
  voter: Pick<LinkVoter, "rollEntryId" | "isOnRoll">,
): Promise<RollProof | undefined> {
  return voter.isOnRoll ? proveEntry(context, voter.rollEntryId) : undefined;
}

type Row = NonNullable<Awaited<ReturnType<ReadingContext["database"]["rollEntry"]["findUnique"]>>>;

function voterOf(row: Row): LinkVoter {
  return {
    rollEntryId: row.id,
    organizationId: row.organizationId,
    handle: row.organizationHandle,
    entryName: row.organizationName,
    name: voterNameOf(row),
    contactName: row.contactName,
    email: postalAddressOf(row),
    language: isLanguage(row.contactLanguage) ? row.contactLanguage : defaultLanguage,
    accountId: row.contactAccountId,
    holderNumber: row.holderNumber,
    isOnRoll: row.struckAt === null,
  };
}
