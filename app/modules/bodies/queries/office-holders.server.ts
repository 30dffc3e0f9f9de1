// Who holds office on a day, who stays when the elected begin, and all terms of a body.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { OfficeHolder, OfficeTerm } from "../domain/office-holder.ts";
import { isInOffice, lastDayOf } from "../domain/office-holder.ts";

/** Those in office on the day (YYYY-MM-DD), of one body or of all. `until` is the last day in office, an early end included. */
export async function listOfficeHolders(
  context: ReadingContext,
  { bodyKey, on }: { readonly bodyKey?: string; readonly on: string },
): Promise<OfficeHolder[]> {
  const terms = await listTerms(context, bodyKey === undefined ? {} : { bodyKey });
  return terms
    .filter((term) => isInOffice(term, on))
    .map((term) => ({
      name: term.name,
      bodyKey: term.bodyKey,
      citizenships: term.citizenships,
      employerGroup: term.employerGroup,
      from: term.from,
      until: lastDayOf(term),
    }));
}

/** Every term, past and to come, in the order of their first days. */
export async function listTerms(
  context: ReadingContext,
  where: { readonly bodyKey?: string } = {},
): Promise<OfficeTerm[]> {
  const rows = await context.database.officeTerm.findMany({ where, orderBy: [{ from: "asc" }, { name: "asc" }] });
  return rows.map(({ createdAt: _createdAt, createdBy: _createdBy, citizenships, ...row }) => ({
    ...row,
    citizenships: citizenships as string[],
  }));
}
