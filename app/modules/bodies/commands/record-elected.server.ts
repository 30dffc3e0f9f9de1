// Writes the terms that a proclaimed election gave, by the rules that were frozen with it: what can be written is written, and what cannot
// is left to staff with its reason. Nothing in this register ever holds up a result.
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { checkTerms } from "../domain/check-terms.ts";
import { dayPlus } from "../domain/day.ts";
import type { OfficeTerm } from "../domain/office-holder.ts";
import { isFollowed, isInOffice, personKey } from "../domain/office-holder.ts";
import { permissions } from "../module.ts";
import { findBody } from "../queries/bodies.server.ts";
import { listTerms } from "../queries/office-holders.server.ts";
import type { TermInput } from "./record-terms.server.ts";
import { termInput } from "./record-terms.server.ts";

export interface ElectedToRecord {
  readonly electionId: string;
  readonly bodyKey: string;
  /** The first day of the terms. */
  readonly begin: string;
  /** As frozen with the election. */
  readonly seats: number;
  readonly incompatibleBodies: readonly string[];
  /** Who, as frozen, stays when the elected begin; whoever else is in office then and leaves soon is followed by them. */
  readonly staying: readonly { readonly name: string }[];
  readonly holders: readonly TermInput[];
}

/** One of the elected whose term staff must look at. */
export interface TermLeft {
  readonly name: string;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  /** False: the term stands in the register, and only somebody of that name elsewhere is to be looked at. */
  readonly isMissing: boolean;
}

/** Answers what is left to do. */
export async function recordElected(within: ContextWithin, elected: ElectedToRecord): Promise<TermLeft[]> {
  requirePermission(within.actor, permissions, "bodies:keep-terms");
  const { bodyKey, holders, electionId } = elected;
  if ((await findBody(within, bodyKey)) === undefined)
    return leave(
      within,
      elected,
      [],
      holders.map((holder) => missing(holder, "BODY_UNKNOWN", { bodyKey })),
    );
  await endFollowed(within, elected);
  const known = await listTerms(within);
  const written: OfficeTerm[] = [];
  const left: TermLeft[] = [];
  for (const holder of holders) {
    const parsed = termInput.safeParse(holder);
    if (!parsed.success) {
      left.push(missing(holder, "TERM_FACTS_MISSING"));
      continue;
    }
    const id = randomIdentifier(within.random);
    const term: OfficeTerm = { ...parsed.data, id, bodyKey, electionId, endedOn: null, endReason: "" };
    const refused = refusalOf(term, [...known, ...written], elected);
    if (refused !== undefined) {
      left.push(missing(holder, refused.code, refused.details));
      continue;
    }
    written.push(term);
    left.push(...namesakesOf(term, known, elected));
  }
  return leave(within, elected, written, left);
}

function missing(holder: TermInput, code: string, details: TermLeft["details"] = {}): TermLeft {
  return { name: holder.name, code, details: { name: holder.name, ...details }, isMissing: true };
}

/** Whether it fits into the body itself; of other bodies only a name is known, and two people may have one. */
function refusalOf(term: OfficeTerm, known: readonly OfficeTerm[], { bodyKey, seats }: ElectedToRecord) {
  const laterFirsts = known.filter((other) => other.bodyKey === bodyKey && other.from >= term.from);
  const seatsOn = new Map([term, ...laterFirsts].map(({ from }) => [from, seats]));
  return checkTerms({ known, added: [term], seatsOn, incompatible: [] });
}

function namesakesOf(term: OfficeTerm, known: readonly OfficeTerm[], elected: ElectedToRecord): TermLeft[] {
  const found = checkTerms({ known, added: [term], seatsOn: new Map(), incompatible: elected.incompatibleBodies });
  if (found?.code !== "HOLDER_ON_ANOTHER_BODY") return [];
  return [{ name: term.name, code: found.code, details: found.details, isMissing: false }];
}

/** Those whom the elected follow leave on the day before: their terms were not counted as staying, so they stay no longer. */
async function endFollowed(within: ContextWithin, { electionId, bodyKey, begin, staying }: ElectedToRecord) {
  const stays = new Set(staying.map(({ name }) => personKey(name)));
  const followed = (await listTerms(within, { bodyKey })).filter(
    (term) =>
      term.from < begin &&
      isInOffice(term, begin) &&
      isFollowed(term, begin, "after-election") &&
      !stays.has(personKey(term.name)),
  );
  const endedOn = dayPlus(begin, -1);
  for (const term of followed) {
    await recordAudit(within, {
      action: "bodies:term-ended",
      subjectType: "body",
      subjectId: bodyKey,
      changes: [{ field: "endedOn", before: term.endedOn, after: endedOn }],
      details: { name: term.name, electionId },
    });
    await within.database.officeTerm.update({
      where: { id: term.id },
      data: { endedOn, endReason: `election ${electionId}` },
    });
  }
}

async function leave(
  within: ContextWithin,
  { bodyKey, electionId, begin }: ElectedToRecord,
  written: readonly OfficeTerm[],
  left: readonly TermLeft[],
): Promise<TermLeft[]> {
  const subject = { subjectType: "body", subjectId: bodyKey };
  if (written.length > 0) {
    await recordAudit(within, {
      ...subject,
      action: "bodies:terms-recorded",
      details: { electionId, terms: written.map(({ name, from, until }) => `${name}: ${from} – ${until}`) },
    });
    await within.database.officeTerm.createMany({
      data: written.map((row) => ({
        ...row,
        citizenships: [...row.citizenships],
        createdAt: within.clock.now(),
        createdBy: within.actor.kind === "person" ? within.actor.userId : within.actor.kind,
      })),
    });
  }
  if (left.length > 0)
    await recordAudit(within, {
      ...subject,
      action: "bodies:terms-left",
      details: { electionId, begin, terms: left.map(({ details, ...one }) => ({ ...one, details: { ...details } })) },
    });
  return [...left];
}
