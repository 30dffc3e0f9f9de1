// Watches the witnesses: one that says nothing, one that remembers another past than ours, and an election of which nobody outside is a witness.
import type { WitnessOutcome } from "#app/modules/audit-log/index.server.ts";
import { listWitnesses } from "#app/modules/audit-log/index.server.ts";
import { listOfficialElections } from "#app/modules/certificates/index.server.ts";
import { listSealedElections } from "#app/modules/elections/index.server.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { raiseAlerts } from "../commands/raise-alerts.server.ts";
import type { Finding } from "../domain/finding.ts";

/** How long a witness may be silent. */
export const silentAfterMinutes = 15;

export async function watchWitnesses(ground: Ground): Promise<void> {
  const now = ground.clock.now().getTime();
  const context = withActor(ground, { kind: "system", name: "watch" });
  const witnesses = await listWitnesses(context);
  const silent = witnesses.filter(
    ({ lastCosignedAt, addedAt }) => now - Date.parse(lastCosignedAt ?? addedAt) > silentAfterMinutes * 60_000,
  );
  await raiseAlerts(ground, {
    kind: "missing-witness",
    looksAt: () => true,
    findings: [
      ...(witnesses.length === 0 ? await findUnwitnessed(context) : []),
      ...silent.map(({ name, lastCosignedAt }): Finding => ({
        kind: "missing-witness",
        subject: name,
        code: lastCosignedAt === null ? "WITNESS_NEVER_CAME" : "WITNESS_SILENT",
        details: { name, minutes: silentAfterMinutes, ...(lastCosignedAt === null ? {} : { lastCosignedAt }) },
      })),
    ],
  });
}

/** Why not of tests: whoever tries something out has no witness yet, and nobody depends on what comes out. */
async function findUnwitnessed(context: Context): Promise<Finding[]> {
  const official = await listOfficialElections(context);
  const sealed = await listSealedElections(context);
  return sealed
    .filter(({ electionId, isTest }) => !isTest && !official.has(electionId))
    .map(({ electionId, title }) => ({
      kind: "missing-witness",
      subject: electionId,
      code: "NO_WITNESS",
      details: { title: { ...title } },
    }));
}

/** What witnesses answered just now: a fork that one of them saw is the loudest alert there is. */
export async function watchWitnessAnswers(ground: Ground, outcomes: readonly WitnessOutcome[]): Promise<void> {
  for (const { name, outcome } of outcomes) {
    const code = outcome.ok ? undefined : outcome.error.code;
    const isProof = code === "WITNESS_SAW_ANOTHER_LOG" || code === "COSIGNATURE_FALSE";
    // Why: a witness that cannot be reached has not taken its word back.
    if (!outcome.ok && !isProof) continue;
    await raiseAlerts(ground, {
      kind: "failed-proof",
      looksAt: (subject) => subject === `witness ${name}`,
      findings: isProof ? [{ kind: "failed-proof", subject: `witness ${name}`, code, details: { name } }] : [],
    });
  }
}
