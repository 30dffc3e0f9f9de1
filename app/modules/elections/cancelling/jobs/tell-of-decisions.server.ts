// Tells whoever had been written to about an election that it was called off, or that one of its contests was taken out of the vote.
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { MailSubject } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin, Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { linkToElection } from "../../links.ts";
import type { MailSubjectsOf } from "../commands/cancel-election.server.ts";
import { ownMailSubjects } from "../commands/cancel-election.server.ts";
import { readCancellation } from "../domain/cancellation.ts";
import { tellWrittenTo } from "./tell-written-to.server.ts";

/** Gives how many mails were queued: zero means that there is nothing to do now. */
export async function tellOfDecisions(ground: Ground, subjectsOf: readonly MailSubjectsOf[]): Promise<number> {
  const context = withActor(ground, { kind: "system", name: "telling of decisions" });
  return tellOfCancellations(context, subjectsOf);
}

async function subjectsOfElection(
  context: Context,
  electionId: string,
  subjectsOf: readonly MailSubjectsOf[],
): Promise<MailSubject[]> {
  const others = await Promise.all(subjectsOf.map((ask) => ask(context, electionId)));
  return [...ownMailSubjects(electionId), ...others.flat()];
}

async function tellOfCancellations(context: Context, subjectsOf: readonly MailSubjectsOf[]): Promise<number> {
  const cancelled = await context.database.election.findMany({
    where: { cancelledAt: { not: null }, cancellationToldAt: null },
    select: { id: true, title: true, cancelledAt: true, cancellation: true },
  });
  let told = 0;
  for (const { id: electionId, title, cancelledAt, cancellation } of cancelled) {
    const reason = readCancellation(cancellation)?.reason;
    if (reason === undefined || cancelledAt === null) continue;
    told += await tellWrittenTo(context, {
      ...{ electionId, template: "elections/election-cancelled" },
      subjects: await subjectsOfElection(context, electionId, subjectsOf),
      keys: `elections/election-cancelled/${electionId}/`,
      propertiesIn: (language) => ({
        electionTitle: inLanguage(title as Trilingual, language),
        reason: inLanguage(reason, language),
        decidedAt: cancelledAt.toISOString(),
        url: `${context.settings.baseUrl}${linkToElection(electionId)}`,
      }),
      finish: async (within) => {
        await recordTold(within, "elections:cancellation-told", electionId);
        const cancellationToldAt = within.clock.now();
        await within.database.election.update({ where: { id: electionId }, data: { cancellationToldAt } });
      },
    });
  }
  return told;
}

async function recordTold(
  within: ContextWithin,
  action: "elections:cancellation-told" | "elections:contest-drop-told",
  electionId: string,
): Promise<void> {
  await recordAudit(within, { action, subjectType: "election", subjectId: electionId });
}
