// Watches what can be proved: the log against itself and its checkpoints, boxes and frozen rolls until the result is official.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { verifyGrownLog } from "#app/modules/audit-log/index.server.ts";
import { listOfficialElections } from "#app/modules/certificates/index.server.ts";
import { checkBoxes, checkRolls, checkSeatGrounds } from "#app/modules/elections/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { raiseAlerts } from "../commands/raise-alerts.server.ts";
import type { Finding } from "../domain/finding.ts";
import { rollFindings } from "../domain/roll-findings.ts";

/** Verifies everything; what fails is an alert until it holds again. */
export async function watchProofs(ground: Ground): Promise<void> {
  const official = await listOfficialElections(withActor(ground, { kind: "system", name: "watch" }));
  await watchLog(ground);
  await watchBoxes(ground, official);
  await watchRolls(ground, official);
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

async function watchBoxes(ground: Ground, official: ReadonlySet<string>): Promise<void> {
  const boxes = await checkBoxes(withActor(ground, { kind: "system", name: "watch" }), official);
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

async function watchRolls(ground: Ground, official: ReadonlySet<string>): Promise<void> {
  const rolls = await checkRolls(withActor(ground, { kind: "system", name: "watch" }), official);
  const looked = new Set(rolls.map(({ electionId }) => electionId));
  await raiseAlerts(ground, {
    kind: "roll-changed",
    // Why the first word: an act has a subject of its own, the election's id and which act it is.
    looksAt: (subject) => looked.has(subject.split(" ")[0] ?? ""),
    findings: rolls.flatMap((roll) => rollFindings(roll, ground.clock.now())),
  });
}
