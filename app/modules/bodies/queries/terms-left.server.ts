// The elected of official results whose terms the register could not take, with the reason, until somebody wrote them down.
import { z } from "zod";
import { listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { personKey } from "../domain/office-holder.ts";
import { listTerms } from "./office-holders.server.ts";

const loggedTerms = z.object({
  begin: z.string(),
  terms: z.array(
    z.object({
      name: z.string(),
      code: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
      isMissing: z.boolean(),
    }),
  ),
});

export interface TermToRecord {
  readonly name: string;
  /** The first day of the term that is missing. */
  readonly begin: string;
  /** The sentence: bodies:refusals.CODE. */
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Read from the log, where the proclamation left them; whoever has a term from that day or later is no longer missing. */
export async function listTermsToRecord(context: ReadingContext, bodyKey: string): Promise<TermToRecord[]> {
  const entries = await listAuditEntries(context, { subjectId: bodyKey, action: "bodies:terms-left" });
  const known = await listTerms(context, { bodyKey });
  return entries.flatMap(({ details: said }) => {
    const { begin, terms } = loggedTerms.parse(said);
    return terms
      .filter(({ isMissing }) => isMissing)
      .filter(({ name }) => !known.some((term) => personKey(term.name) === personKey(name) && term.from >= begin))
      .map(({ name, code, details }) => ({ name, begin, code, details }));
  });
}
