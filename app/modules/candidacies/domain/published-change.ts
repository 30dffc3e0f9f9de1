// What two commissioners may change once the list is published: who is on it, and the facts and texts of a published file.
// Source: bylaws art. 24 (the commission strikes or restricts candidacies); CM/Rec(2017)5 no. 41 and 48.
import { z } from "zod";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Candidacy } from "./candidacy.ts";
import type { CandidacyState } from "./candidacy-state.ts";

export const publishedChangeKind = z.enum(["strike", "admit", "edit"]);
export type PublishedChangeKind = z.infer<typeof publishedChangeKind>;

const fileFields = z.object({
  name: z.string(),
  country: z.string(),
  citizenships: z.array(z.string()).readonly(),
  employer: z.string(),
  employerGroup: z.string(),
  es: z.string(),
  en: z.string(),
  pt: z.string(),
  links: z.array(z.string()).readonly(),
});
export type FileFields = Readonly<z.infer<typeof fileFields>>;

export const publishedChangeWish = z.object({
  candidacyId: z.string(),
  /** For the sentence of the proposal. */
  name: z.string(),
  kind: publishedChangeKind,
  /** The file that the proposer has read. */
  fileHash: z.string(),
  /** How the file shall read; null where only the list changes. */
  fields: fileFields.readonly().nullable(),
});
export type PublishedChangeWish = Readonly<z.infer<typeof publishedChangeWish>>;

/** What is kept of a change for everybody to read. */
export const keptChanges = z.array(z.object({ field: z.string(), before: z.json(), after: z.json() }));

export interface FieldBeforeAndAfter {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

const onTheList = { es: "En la lista", en: "On the list", pt: "Na lista" };
const notOnTheList = { es: "Fuera de la lista", en: "Not on the list", pt: "Fora da lista" };

/** Each field before and after. */
export function changesOfPublished(
  candidacy: Candidacy,
  { kind, fields }: Pick<PublishedChangeWish, "kind" | "fields">,
): FieldBeforeAndAfter[] {
  if (kind === "strike") return [{ field: "list", before: onTheList, after: notOnTheList }];
  if (kind === "admit") return [{ field: "list", before: notOnTheList, after: onTheList }];
  if (fields === null) return [];
  const before = readable({ ...candidacy, ...candidacy.biography });
  const after = readable(fields);
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

function readable(fields: FileFields): Record<string, string> {
  const { name, country, employer, employerGroup, es, en, pt } = fields;
  const citizenships = [...fields.citizenships].sort().join(", ");
  const texts = { "biography.es": es, "biography.en": en, "biography.pt": pt, links: fields.links.join("\n") };
  return { name, country, citizenships, employer, employerGroup, ...texts };
}

/** Privacy: of what the public page does not show, the public learns that it changed and not what it says. */
export function asPublicChanges(changes: readonly FieldBeforeAndAfter[]): FieldBeforeAndAfter[] {
  return changes.map((change) =>
    change.field === "employerGroup" ? { field: change.field, before: null, after: "***" } : change,
  );
}

/** Whether there is anything to change: who stands is struck or edited, who was refused is admitted. */
export function isChange(kind: PublishedChangeKind, state: CandidacyState): boolean {
  return kind === "admit" ? state === "rejected" : state === "published";
}
