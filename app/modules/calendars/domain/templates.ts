// Calendars to begin with, made of the real timetables: days from the call, all at the same hour (18:00 UTC).
// Source: Board 2025 (lacnic.net/7828), extraordinary Board 2026 (/8025), Electoral Commission 2023 (/6730), Fiscal Commission 2023 (/6854).
import type { Stage, StageKind } from "./stages.ts";

export const templateKeys = [
  "board",
  "extraordinary-board",
  "electoral-commission",
  "fiscal-commission",
  "consultation",
] as const;
export type TemplateKey = (typeof templateKeys)[number];

interface TemplateLine {
  readonly kind: StageKind;
  readonly from: number;
  readonly until?: number;
  /** The timetable does not print it: our best reading. */
  readonly isAssumed?: boolean;
}

function printed(kind: StageKind, from: number, until?: number): TemplateLine {
  return until === undefined ? { kind, from } : { kind, from, until };
}

function assumed(kind: StageKind, from: number, until?: number): TemplateLine {
  return { ...printed(kind, from, until), isAssumed: true };
}

const templates: Readonly<Record<TemplateKey, readonly TemplateLine[]>> = {
  board: [
    printed("call", 0),
    printed("nominations", 0, 14),
    assumed("endorsements", 0, 14),
    assumed("contact-confirmation", 0, 8),
    assumed("roll-freeze", 8),
    printed("roll-publication", 13),
    printed("roll-claims", 13, 43),
    assumed("roll-decisions", 13, 49),
    printed("candidates-publication", 49),
    printed("questions", 49, 56),
    printed("candidate-complaints", 49, 54),
    printed("complaint-decisions", 55, 56),
    assumed("key-ceremony", 49, 57),
    printed("voting", 57, 64),
    printed("interim-result", 64),
    printed("result-claims", 69, 70),
    printed("claim-decisions", 71, 75),
    printed("official-result", 70, 76),
  ],
  "extraordinary-board": [
    printed("call", 0),
    printed("nominations", 0, 14),
    assumed("endorsements", 0, 14),
    assumed("contact-confirmation", 0, 10),
    assumed("roll-freeze", 10),
    printed("roll-publication", 15),
    printed("roll-claims", 15, 43),
    assumed("roll-decisions", 15, 48),
    printed("candidates-publication", 42),
    printed("questions", 42, 45),
    printed("candidate-complaints", 42, 45),
    printed("complaint-decisions", 45, 48),
    assumed("key-ceremony", 48, 58),
    printed("voting", 58, 65),
    printed("interim-result", 65),
    printed("result-claims", 70, 71),
    assumed("claim-decisions", 71, 77),
    printed("official-result", 71, 77),
  ],
  "electoral-commission": [
    printed("call", 0),
    printed("nominations", 0, 14),
    printed("endorsements", 0, 14),
    assumed("contact-confirmation", 0, 2),
    printed("roll-freeze", 2),
    printed("roll-publication", 7),
    printed("roll-claims", 7, 22),
    printed("roll-decisions", 7, 29),
    printed("candidates-publication", 22),
    assumed("questions", 22, 29),
    printed("candidate-complaints", 23, 27),
    assumed("complaint-decisions", 27, 29),
    assumed("key-ceremony", 29, 34),
    printed("voting", 34, 41),
    printed("interim-result", 41),
    printed("result-claims", 41, 43),
    assumed("claim-decisions", 43, 48),
    assumed("official-result", 43, 49),
  ],
  "fiscal-commission": [
    printed("call", 0),
    printed("nominations", 0, 14),
    printed("endorsements", 0, 14),
    assumed("contact-confirmation", 0, 2),
    printed("roll-freeze", 2),
    printed("roll-publication", 7),
    printed("roll-claims", 7, 20),
    printed("roll-decisions", 20, 27),
    printed("candidates-publication", 21),
    assumed("questions", 21, 28),
    printed("candidate-complaints", 22, 24),
    printed("complaint-decisions", 24, 30),
    assumed("key-ceremony", 30, 36),
    printed("voting", 36, 43),
    assumed("interim-result", 43),
    assumed("result-claims", 47, 48),
    assumed("claim-decisions", 48, 51),
    assumed("official-result", 48, 51),
  ],
  // No timetable of a vote on questions was found: the shortest periods of those above, without candidates.
  consultation: [
    assumed("call", 0),
    assumed("roll-freeze", 5),
    assumed("roll-publication", 7),
    assumed("roll-claims", 7, 20),
    assumed("roll-decisions", 7, 26),
    assumed("key-ceremony", 26, 32),
    assumed("voting", 32, 39),
    assumed("interim-result", 39),
    assumed("result-claims", 39, 41),
    assumed("claim-decisions", 41, 46),
    assumed("official-result", 41, 47),
  ],
};

const day = 24 * 60 * 60 * 1000;

/** The template's stages, placed so that the stage `anchor` begins at `opensAt`; by default the voting. */
export function proposeStages(template: TemplateKey, opensAt: Date, anchor: StageKind = "voting"): Stage[] {
  const lines = templates[template];
  const offset = lines.find(({ kind }) => kind === anchor)?.from ?? 0;
  const at = (days: number) => new Date(opensAt.getTime() + (days - offset) * day);
  return lines.map(({ kind, from, until }) => ({
    kind,
    opensAt: at(from),
    closesAt: until === undefined ? null : at(until),
  }));
}

/** The stages of a template that no published timetable prints. */
export function assumedStages(template: TemplateKey): StageKind[] {
  return templates[template].filter(({ isAssumed }) => isAssumed === true).map(({ kind }) => kind);
}

/** The template that fits an election of this body best; without candidates it is a consultation, whatever its questions are. */
export function templateFor(bodyKey: string | undefined, hasCandidates: boolean): TemplateKey {
  return hasCandidates ? (templateKeys.find((key) => key === bodyKey) ?? "board") : "consultation";
}

/** The templates that have every stage that such an election needs. */
export function templatesFor(hasCandidates: boolean): TemplateKey[] {
  return templateKeys.filter((key) => (key === "consultation") === !hasCandidates);
}

export function isTemplateKey(word: string): word is TemplateKey {
  return templateKeys.some((key) => key === word);
}
