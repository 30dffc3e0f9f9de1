// The roll as it would be frozen now, computed out of the register or the list: every entry, everybody who stays out, and the root.
// Source: published practice of the registry, domain facts §2.3.
import { rollRoot as rollRootOf } from "#app/lib/roll-proof/index.ts";
import { votingRightsOn } from "#app/modules/membership/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { languages } from "#app/platform/language/languages.ts";
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import { formatsIn } from "#app/platform/language/formats.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { hidePrivatePart } from "./hide-private-part.server.ts";
import type { PlannedEntry } from "../domain/planned-entry.ts";
import type { HashedLines, RollToFreeze } from "../domain/proposed-roll.ts";
import { hashOfLine, saltOf } from "../domain/proposed-roll.ts";
import { rollNamesOf } from "../domain/roll-names.ts";
import { publicPartOf } from "../domain/roll-parts.ts";
import type { RollRight } from "../domain/roll-right.ts";
import { withEarlierMandates } from "../queries/earlier-mandates.server.ts";
import { individualRights, withImportedContacts } from "../queries/imported-voters.server.ts";

/** Where the rights come from: the register, or, in a simulation, a file. */
export type RightsSource = (context: ReadingContext, date: string) => Promise<readonly RollRight[]>;

export interface ElectionToPlan {
  readonly id: string;
  readonly electorate: string;
  readonly rollDate: string;
  readonly opensAt: Date;
  readonly coolingOffDays: number;
}

export type RollPlan = Awaited<ReturnType<typeof planRoll>>;

/** The register's rights, each with the blocks behind it: a member checks her votes block by block. */
export function rightsWithBlocks(context: ReadingContext, date: string): Promise<readonly RollRight[]> {
  return votingRightsOn(context, date, { withBlocks: true });
}

/** With the same seed and the same register it is the same roll, to the root. */
export async function planRoll(
  context: ReadingContext,
  election: ElectionToPlan,
  { listRights, seed }: { readonly listRights: RightsSource; readonly seed: string },
) {
  const rights =
    election.electorate === "individuals"
      ? await individualRights(context, election.id)
      : await withImportedContacts(
          context,
          election.id,
          await withEarlierMandates(context, election, await listRights(context, election.rollDate)),
        );
  const entries = entitledEntries(rights).map((entry) => ({
    ...entry,
    ...hidePrivatePart(() => saltOf(seed, entry.organizationHandle), entry),
  }));
  return {
    rollDate: election.rollDate,
    entries,
    omissions: omissionsOf(election.id, rights),
    votes: entries.reduce((sum, entry) => sum + entry.votes, 0),
    rollRoot: rollRootOf(entries.map(publicPartOf)),
  };
}

/** A line for everybody who comes in or stays out: what of the plan a later one is compared with. */
export function linesOfPlan({ entries, omissions }: RollPlan): HashedLines {
  return new Map([
    ...omissions.map((omission) => [omission.handle, hashOfLine({ ...omission })] as const),
    ...entries.map((entry) => [entry.organizationHandle, hashOfLine({ ...publicPartOf(entry) })] as const),
  ]);
}

/** The plan in the numbers that two people answer for. */
export async function sumsOfPlan({ rollDate, entries, omissions, votes, rollRoot }: RollPlan): Promise<RollToFreeze> {
  const categories = new Map<string, { names: Trilingual; entries: number; votes: number }>();
  for (const entry of entries) {
    const { classNames, categoryNames } = rollNamesOf(entry);
    const names = entry.category === "" ? classNames : categoryNames;
    const before = categories.get(names.es) ?? { names, entries: 0, votes: 0 };
    categories.set(names.es, { names, entries: before.entries + 1, votes: before.votes + entry.votes });
  }
  const sorted = [...categories.values()].sort((left, right) => right.votes - left.votes);
  const inWords = await Promise.all(
    languages.map(async (language) => {
      const t = await sentencesFor(language, "elections");
      const { number } = formatsIn(language);
      const lines = sorted.map((each) =>
        t("desk.freeze.categoryLine", {
          category: each.names[language],
          count: each.entries,
          votes: number(each.votes),
        }),
      );
      return [language, lines.join("\n")] as const;
    }),
  );
  const byCategory = { es: "", en: "", pt: "", ...Object.fromEntries(inWords) };
  return { rollDate, rollRoot, entries: entries.length, votes, leftOut: omissions.length, byCategory };
}

/** Whom the roll takes in. */
function comesIn(right: RollRight): boolean {
  return right.isEntitled && right.contact !== null && right.votes >= 1;
}

function omissionsOf(electionId: string, rights: readonly RollRight[]) {
  return rights
    .filter((right) => !comesIn(right))
    .map((right) => ({
      electionId,
      organizationId: right.organizationId ?? "",
      handle: right.handle,
      name: right.name,
      country: right.country,
      class: right.class,
      category: right.category,
      votes: right.votes,
      reasons: [...(right.reasonsNot ?? [])],
    }));
}

interface RollRow extends PlannedEntry {
  readonly channel: "account" | "link";
  readonly rollChannel: "account" | "link";
}

function entitledEntries(rights: readonly RollRight[]): RollRow[] {
  return rights.flatMap((right) => {
    if (!comesIn(right) || right.contact === null) return [];
    return [
      {
        organizationId: right.organizationId,
        organizationHandle: right.handle,
        organizationName: right.name,
        country: right.country,
        class: right.class,
        category: right.category,
        votes: right.votes,
        explanation: right.explanation,
        contactAccountId: right.contact.accountId,
        contactName: right.contact.name,
        contactEmail: right.contact.email,
        contactLanguage: right.contact.language,
        channel: right.channel ?? "account",
        rollChannel: right.channel ?? "account",
      },
    ];
  });
}
