// Who takes part in an election, for the modules above that prepare something with the same people.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { onRoll } from "./roll-tree.server.ts";

/** The trustees' accounts, in the order of their seats. */
export async function listTrusteeAccounts(context: ReadingContext, electionId: string): Promise<string[]> {
  const trustees = await context.database.trustee.findMany({ where: { electionId }, orderBy: { index: "asc" } });
  return trustees.map(({ accountId }) => accountId);
}

/** The languages in which the people of the roll read their mails. */
export async function listVoterLanguages(context: ReadingContext, electionId: string): Promise<string[]> {
  const rows = await context.database.rollEntry.groupBy({
    by: ["contactLanguage"],
    where: { electionId, ...onRoll },
  });
  return rows.map(({ contactLanguage }) => contactLanguage);
}
