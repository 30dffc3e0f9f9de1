// What two commissioners may change once the list is published: who is on it, and the facts and texts of a published file.
// Source: bylaws art. 24 (the commission strikes or restricts candidacies); CM/Rec(2017)5 no. 41 and 48.
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Candidacy } from "./candidacy.ts";
import type { CandidacyState } from "./candidacy-state.ts";

export const publishedChangeKinds = ["strike", "admit", "edit"] as const;
export type PublishedChangeKind = (typeof publishedChangeKinds)[number];

// Why types and not interfaces: only then are they known to be JSON.
export type FileFields = {
  readonly name: string;
  readonly country: string;
  readonly citizenships: readonly string[];
  readonly employer: string;
  readonly employerGroup: string;
  readonly es: string;
  readonly en: string;
  readonly pt: string;
  readonly links: readonly string[];
};

export type PublishedChangeWish = {
  readonly candidacyId: string;
  /** For the sentence of the proposal. */
  readonly name: string;
  readonly kind: PublishedChangeKind;
  /** The file that the proposer has read. */
  readonly fileHash: string;
  /** How the file shall read; null where only the list changes. */
  readonly fields: FileFields | null;
};

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
