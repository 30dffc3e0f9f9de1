// Watches the mails with voting codes: while one has come back and no other has left, its voter may be without a way to vote.
import { listElectionsWithReturnedCodes } from "#app/modules/elections/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { raiseAlerts } from "../commands/raise-alerts.server.ts";

/** One alert for an election, however many mails came back: the desk has the list. */
export async function watchCodes(ground: Ground): Promise<void> {
  const returned = await listElectionsWithReturnedCodes(withActor(ground, { kind: "system", name: "watch" }));
  await raiseAlerts(ground, {
    kind: "code-returned",
    looksAt: () => true,
    findings: returned.map(({ electionId, title }) => ({
      kind: "code-returned",
      subject: electionId,
      code: "CODES_RETURNED",
      details: { title: { ...title } },
    })),
  });
}
