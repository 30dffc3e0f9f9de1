// The list of candidates as two people of the commission read it before they publish it: contest by contest, with what tells people apart.
import type { Trilingual } from "#app/platform/language/languages.ts";
import type { CallContest } from "./call-contest.ts";
import type { Candidacy } from "./candidacy.ts";

/** "Board: Ana Álvarez (UY; Red Sur)"; null where nobody is on it. */
export function listInWords(
  contests: readonly Pick<CallContest, "id" | "title">[],
  candidacies: readonly Pick<Candidacy, "contestId" | "name" | "citizenships" | "employer">[],
): Record<"es" | "en" | "pt", string> | null {
  if (candidacies.length === 0) return null;
  const linesIn = (language: keyof Trilingual) =>
    contests
      .map(({ id, title }) => ({ title, standing: candidacies.filter(({ contestId }) => contestId === id) }))
      .filter(({ standing }) => standing.length > 0)
      .map(({ title, standing }) => [`${title[language]}:`, ...standing.map(inOneLine).sort()].join("\n"))
      .join("\n\n");
  return { es: linesIn("es"), en: linesIn("en"), pt: linesIn("pt") };
}

function inOneLine({ name, citizenships, employer }: Pick<Candidacy, "name" | "citizenships" | "employer">): string {
  const facts = [[...citizenships].sort().join(", "), employer].filter((fact) => fact !== "").join("; ");
  return facts === "" ? name : `${name} (${facts})`;
}
