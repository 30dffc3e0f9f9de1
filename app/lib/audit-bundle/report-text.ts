// An audit's report as people read it: one line for each check, then the verdict, and what the election came to.
import { sentenceOf } from "../seat-count/index.ts";
import type { SentenceFormats } from "../seat-count/index.ts";
import type { BundleReport } from "./audit.ts";
import type { BundleCheck } from "./report.ts";

const marks = { passed: "ok    ", failed: "FAILED", unanchored: "OPEN  ", "not-applicable": "-     " } as const;

const verdicts = {
  valid: "VALID: every check holds.",
  unanchored: "NOT ANCHORED: nothing is wrong, but no signed log vouches for the checks marked OPEN.",
  invalid: "INVALID: see the checks marked FAILED.",
} as const;

/** Plain English, the same on every machine. */
const plain: SentenceFormats = {
  number: (value) => String(value),
  list: (words) => words.join(", "),
  country: (code) => code,
};

function checkLine({ name, outcome, code, detail }: BundleCheck): string {
  return `${marks[outcome]}  ${name.padEnd(16)}${code === undefined ? "" : `${code}: `}${detail}`;
}

/** The whole report as text. */
export function bundleReportText(report: BundleReport): string {
  const election = report.documents?.["election.json"];
  const head = [
    election === undefined ? "No election could be read." : `Election   ${election.title.en} (${election.id})`,
    `Bundle     ${report.bundle}`,
    `Evidence   ${report.evidence ?? "-"}`,
    `Result     ${report.stage ?? "-"}`,
  ];
  const checks = report.checks.map(checkLine);
  return `${[...head, "", ...checks, "", verdicts[report.verdict], ...countLines(report)].join("\n")}\n`;
}

function countLines({ verdict, documents }: BundleReport): string[] {
  if (verdict !== "valid" || documents === undefined) return [];
  const { contests } = documents["election.json"];
  return documents["count.json"].contests.flatMap((count) => [
    "",
    contests.find(({ position }) => position === count.position)?.title.en ?? "",
    ...(count.lines.length === 0
      ? count.votes.map((votes, answer) => `  ${["yes", "no", "abstain"][answer] ?? answer}: ${votes}`)
      : count.lines.map((line) => `  ${sentenceOf(line, "en", plain)}`)),
  ]);
}
