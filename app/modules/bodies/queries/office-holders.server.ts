// Who holds office on a day, who stays when the elected begin, and all terms of a body.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { OfficeHolder, OfficeTerm, TermsBegin } from "../domain/office-holder.ts";
import { isFollowed, isInOffice, lastDayOf } from "../domain/office-holder.ts";
import type { TermRefusal } from "../domain/check-terms.ts";
import { checkTerms } from "../domain/check-terms.ts";
import { findBodyRules, listBodies } from "./bodies.server.ts";

/** Those in office on the day (YYYY-MM-DD), of one body or of all. `until` is the last day in office, an early end included. */
export async function listOfficeHolders(
  context: ReadingContext,
  { bodyKey, on }: { readonly bodyKey?: string; readonly on: string },
): Promise<OfficeHolder[]> {
  const terms = await listTerms(context, bodyKey === undefined ? {} : { bodyKey });
  return terms.filter((term) => isInOffice(term, on)).map(holderOf);
}

/** The same with whose account it is, where that is known. */
export async function listOfficesHeld(
  context: ReadingContext,
  on: string,
): Promise<Pick<OfficeTerm, "name" | "bodyKey" | "accountId">[]> {
  const terms = await listTerms(context);
  return terms
    .filter((term) => isInOffice(term, on))
    .map(({ name, bodyKey, accountId }) => ({ name, bodyKey, accountId }));
}

/** Who stays in the body when the elected begin: those in office on that day whom the elected do not follow. */
export async function listStaying(
  context: ReadingContext,
  { bodyKey, begin, termsBegin }: { readonly bodyKey: string; readonly begin: string; readonly termsBegin: TermsBegin },
): Promise<OfficeHolder[]> {
  const terms = await listTerms(context, { bodyKey });
  return terms.filter((term) => isInOffice(term, begin) && !isFollowed(term, begin, termsBegin)).map(holderOf);
}

function holderOf(term: OfficeTerm): OfficeHolder {
  const { name, bodyKey, citizenships, employerGroup, from } = term;
  return { name, bodyKey, citizenships, employerGroup, from, until: lastDayOf(term) };
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

/** What speaks against terms of one body; `instead` is the term that they replace. */
export async function checkNewTerms(
  context: ReadingContext,
  added: readonly OfficeTerm[],
  instead?: string,
): Promise<TermRefusal | undefined> {
  const [first] = added;
  if (first === undefined) return undefined;
  const known = (await listTerms(context)).filter(({ id }) => id !== instead);
  const seatsOn = new Map<string, number>();
  // Why the firsts of the known terms too: one that begins later may find the seats taken.
  for (const { from, bodyKey } of [...added, ...known]) {
    if (bodyKey !== first.bodyKey || from < first.from) continue;
    seatsOn.set(from, (await findBodyRules(context, bodyKey, from))?.document.seats ?? 1);
  }
  const incompatible = await incompatibleWith(context, first.bodyKey, first.from);
  return checkTerms({ known, added, seatsOn, incompatible });
}

/** The bodies that this one excludes, and those that exclude it: it is enough that one of the two says so. */
async function incompatibleWith(context: ReadingContext, bodyKey: string, on: string): Promise<string[]> {
  const own = (await findBodyRules(context, bodyKey, on))?.document.incompatibleBodies ?? [];
  const others: string[] = [];
  for (const { key } of await listBodies(context)) {
    const rules = await findBodyRules(context, key, on);
    if (rules?.document.incompatibleBodies.includes(bodyKey) === true) others.push(key);
  }
  return [...new Set([...own, ...others])];
}
