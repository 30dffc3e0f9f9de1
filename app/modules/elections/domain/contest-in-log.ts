// What the log says of a contest and of who stands in it: everything that decides who wins, so that no later change of it can go unseen.
// Privacy: of a candidate only what her public page and the caps have; the biography by its length.
import type { Json } from "#app/lib/canonical-json/index.ts";

interface Standing {
  readonly name: string;
  readonly country?: string | undefined;
  readonly citizenships?: unknown;
  readonly employerGroup?: string | undefined;
  readonly biography?: unknown;
}

export interface ContestToLog {
  readonly kind: string;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly bodyKey?: string;
  readonly seats: number;
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly allowsBlank: boolean;
  readonly termsBeginOn?: string | null;
  readonly rules?: object;
  readonly staying?: readonly object[];
  readonly candidates?: { readonly create: readonly Standing[] };
}

/** Every field that was fixed with the contest. */
export function contestInLog(contest: ContestToLog): Json {
  const { kind, bodyKey: body, seats, minChoices, maxChoices, allowsBlank, termsBeginOn, candidates } = contest;
  const [title, description] = [contest.title, contest.description] as Json[];
  if (kind === "question") return { kind, title: title ?? null, description: description ?? null };
  const [rules, staying] = [contest.rules ?? null, contest.staying ?? []] as Json[];
  return {
    ...{ kind, body: body ?? null, title: title ?? null, description: description ?? null },
    ...{ seats, minChoices, maxChoices, allowsBlank, termsBeginOn: termsBeginOn ?? null },
    ...{ rules: rules ?? null, staying: staying ?? null },
    candidates: (candidates?.create ?? []).map(candidateInLog),
  };
}

export function candidateInLog({
  name,
  country = "",
  citizenships = [],
  employerGroup = "",
  biography,
}: Standing): Json {
  const texts = Object.entries((biography ?? {}) as Record<string, string>);
  return {
    ...{ name, country, citizenships: citizenships as Json, employerGroup },
    biography: Object.fromEntries(texts.map(([language, text]) => [language, text.length])),
  };
}

/** Place by place, those that are not the same; null where nobody stood or stands. */
export function changesOfCandidates(before: readonly Standing[], after: readonly Standing[]) {
  const places = Math.max(before.length, after.length);
  return Array.from({ length: places }, (_, place) => {
    const [was, is] = [before[place], after[place]].map((one) => (one === undefined ? null : candidateInLog(one)));
    return { field: `candidates.${place + 1}`, before: was ?? null, after: is ?? null };
  }).filter(({ before: was, after: is }) => JSON.stringify(was) !== JSON.stringify(is));
}
