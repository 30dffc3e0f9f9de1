// A verification report as people read it: one line for each check, then the verdict and the result.
import type { CheckOutcome, VerificationReport } from "../verification/report.ts";

const marks = { passed: "ok    ", failed: "FAILED", "not-applicable": "-     " } as const;

function checkLine({ name, outcome, code, detail, where }: CheckOutcome): string {
  const place = where === undefined ? "" : ` [${where}]`;
  const reason = code === undefined ? "" : `${code}: `;
  return `${marks[outcome]}  ${name.padEnd(26)}${reason}${detail}${place}`;
}

/** The whole report as text. */
export function reportText(
  report: VerificationReport,
  questions: readonly { question: string; choices: readonly string[] }[],
): string {
  const { election, counts } = report;
  const head =
    election === undefined
      ? ["No election could be read."]
      : [
          `Election     ${election.name} (${election.uuid}, ${election.group})`,
          `Fingerprint  ${election.fingerprint}`,
          `Ballots      ${counts.ballots}, of which ${counts.countedBallots} count with ${counts.totalWeight} votes; ${counts.credentials} credentials`,
          `Stage        ${report.stage}; arithmetic by ${report.backend}`,
        ];
  const lines = [
    ...head,
    "",
    ...report.checks.map(checkLine),
    "",
    report.verdict === "valid" ? "VALID: every check holds." : "INVALID: see the checks marked FAILED.",
  ];
  return `${[...lines, ...resultLines(report, questions)].join("\n")}\n`;
}

function resultLines(
  report: VerificationReport,
  questions: readonly { question: string; choices: readonly string[] }[],
): string[] {
  if (report.verdict !== "valid" || report.result === undefined) return [];
  return report.result.flatMap((row, index) => [
    "",
    questions[index]?.question ?? `Question ${index + 1}`,
    ...row.map(
      (votes, choice) => `${votes.padStart(9)}  ${questions[index]?.choices[choice] ?? `Choice ${choice + 1}`}`,
    ),
  ]);
}
