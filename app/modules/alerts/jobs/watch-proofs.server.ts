// Watches what can be proved: the log against itself and its checkpoints, the boxes of running elections, the frozen rolls.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { verifyGrownLog } from "#app/modules/audit-log/index.server.ts";
import { checkBoxes, checkRolls, checkSeatGrounds } from "#app/modules/elections/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { raiseAlerts } from "../commands/raise-alerts.server.ts";
import type { Finding } from "../domain/finding.ts";

/** Verifies everything; what fails is an alert until it holds again. */
export async function watchProofs(ground: Ground): Promise<void> {
  await watchLog(ground);
  await watchBoxes(ground);
  await watchRolls(ground);
}

/** The log refused to sign: what the database has is not what was signed. */
export async function reportRewrittenLog(
  ground: Ground,
  details: Readonly<Record<string, Json>> | undefined,
): Promise<void> {
  await raiseAlerts(ground, {
    kind: "failed-proof",
    looksAt: () => false,
    findings: [
      { kind: "failed-proof", subject: "log", code: "LOG_REWRITTEN", ...(details === undefined ? {} : { details }) },
    ],
  });
}

async function watchLog(ground: Ground): Promise<void> {
  const { problems } = await verifyGrownLog(withActor(ground, { kind: "system", name: "watch" }));
  const codes = new Map(problems.map((problem) => [problem.code, problem]));
  await raiseAlerts(ground, {
    kind: "failed-proof",
    // Why: that the log was rewritten is no passing thing; somebody must take note of it.
    looksAt: (subject) => subject === "log",
    findings: [...codes.values()].map(({ code, at }) => ({
      kind: "failed-proof",
      subject: "log",
      code,
      details: { at },
    })),
  });
}

async function watchBoxes(ground: Ground): Promise<void> {
  const boxes = await checkBoxes(withActor(ground, { kind: "system", name: "watch" }));
  const seats = await checkSeatGrounds(withActor(ground, { kind: "system", name: "watch" }));
  const looked = new Set([...boxes, ...seats].map(({ electionId }) => electionId));
  const reseated = seats.filter(({ isAsSealed }) => !isAsSealed);
  await raiseAlerts(ground, {
    kind: "failed-proof",
    looksAt: (subject) => looked.has(subject),
    findings: [
      ...boxes.flatMap(({ electionId, title, problem }) =>
        problem === undefined ? [] : [brokenProof(electionId, problem.what, { title: { ...title }, at: problem.at })],
      ),
      ...reseated.map(({ electionId, title }) =>
        brokenProof(electionId, "SEATS_DIFFER_FROM_SEALED", { title: { ...title } }),
      ),
    ],
  });
}

function brokenProof(subject: string, code: string, details: Finding["details"] & object): Finding {
  return { kind: "failed-proof", subject, code, details };
}

async function watchRolls(ground: Ground): Promise<void> {
  const rolls = await checkRolls(withActor(ground, { kind: "system", name: "watch" }));
  const looked = new Set(rolls.map(({ electionId }) => electionId));
  const tampered = rolls.filter(({ isWhole }) => !isWhole);
  const decided = rolls.filter(({ rollVersion }) => rollVersion > 1);
  await raiseAlerts(ground, {
    kind: "roll-changed",
    looksAt: (subject) => looked.has(subject),
    findings: [
      ...tampered.map(({ electionId, title }): Finding => ({
        kind: "roll-changed",
        subject: electionId,
        code: "ROLL_DIFFERS",
        details: { title: { ...title } },
      })),
      ...decided.map(({ electionId, title, rollVersion }): Finding => ({
        kind: "roll-changed",
        // Why the version: each decided change is told once, and stays told.
        subject: `${electionId} version ${rollVersion}`,
        code: "ROLL_CHANGED_BY_DECISION",
        details: { title: { ...title }, rollVersion },
      })),
    ],
  });
}
