// One mail for one address: a person who votes for three organisations gets one mail that names the three.
import type { Language } from "#app/platform/language/languages.ts";

/** An entry of the roll as mails see it; before there is a roll, an organisation with its membership contact. */
export interface Reached {
  readonly subjectId: string;
  readonly organizationName: string;
  readonly organizationHandle: string;
  readonly country: string;
  readonly votes: number;
  readonly contactName: string;
  readonly address: string;
  readonly language: Language;
}

export interface MailGroup {
  /** In small letters: what makes addresses the same. */
  readonly key: string;
  readonly entries: readonly [Reached, ...Reached[]];
}

/** The groups in the order of their addresses, so that a run that was cut off goes on where it was. */
export function groupByAddress(entries: readonly Reached[]): MailGroup[] {
  const groups = new Map<string, [Reached, ...Reached[]]>();
  for (const entry of entries) {
    const key = entry.address.trim().toLowerCase();
    if (key === "") continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups]
    .map(([key, group]): MailGroup => ({ key, entries: group }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

/** A reader for previews and test mails. */
export function inventedReader(contactName: string, language: Language): Reached {
  return {
    ...{ subjectId: "", address: "", contactName, language },
    ...{ organizationName: "Redes del Ejemplo", organizationHandle: "XX-REDE1-EXAMPLE", country: "HN", votes: 4 },
  };
}
