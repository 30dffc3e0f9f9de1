// Tells whoever had been written to about an election that it was called off, or that one of its contests was taken out of the vote.
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { MailSubject } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin, Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { readPreparationDecision } from "../../before-sealing/domain/preparation-decision.ts";
import { linkToElection } from "../../links.ts";
import { findElection } from "../../queries/elections.server.ts";
import { isAnnounced } from "../../queries/is-announced.server.ts";
import type { MailSubjectsOf } from "../commands/cancel-election.server.ts";
import { ownMailSubjects } from "../commands/cancel-election.server.ts";
import { readCancellation } from "../domain/cancellation.ts";
import { tellWrittenTo } from "./tell-written-to.server.ts";

/** Gives how many mails were queued: zero means that there is nothing to do now. */
export async function tellOfDecisions(ground: Ground, subjectsOf: readonly MailSubjectsOf[]): Promise<number> {
  const context = withActor(ground, { kind: "system", name: "telling of decisions" });
  return (await tellOfCancellations(context, subjectsOf)) + (await tellOfDroppedContests(context, subjectsOf));
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
    const election = await findElection(context, electionId);
    const hasPage = election !== undefined && (await isAnnounced(context, election));
    told += await tellWrittenTo(context, {
      ...{ electionId, template: "elections/election-cancelled" },
      subjects: await subjectsOfElection(context, electionId, subjectsOf),
      keys: `elections/election-cancelled/${electionId}/`,
      propertiesIn: (language) => ({
        electionTitle: inLanguage(title as Trilingual, language),
        reason: inLanguage(reason, language),
        decidedAt: cancelledAt.toISOString(),
        ...(hasPage ? { url: `${context.settings.baseUrl}${linkToElection(electionId)}` } : {}),
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

/** The mails by which a voter knows of an election. Nominees are told by candidacies, in words of their own and under the same keys. */
const mailsToVoters = [
  "campaigns/notice",
  "elections/confirm-contact",
  "elections/roll-entry",
  "elections/roll-changed",
  "candidacies/endorsement-asked",
];

async function tellOfDroppedContests(context: Context, subjectsOf: readonly MailSubjectsOf[]): Promise<number> {
  const rows = await context.database.preparationDecision.findMany({
    where: { kind: "contest-dropped", toldAt: null },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  let told = 0;
  for (const { id, electionId, reason, ...row } of rows) {
    const decision = readPreparationDecision(row);
    if (decision.kind !== "contest-dropped" || decision.subject.contestId === undefined) continue;
    const { contest, contestId } = decision.subject;
    const election = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
    told += await tellWrittenTo(context, {
      ...{ electionId, template: "elections/contest-dropped" },
      subjects: election.cancelledAt === null ? await subjectsOfElection(context, electionId, subjectsOf) : [],
      knownBy: mailsToVoters,
      keys: `elections/contest-dropped/${contestId}/`,
      propertiesIn: (language) => ({
        electionTitle: inLanguage(election.title as Trilingual, language),
        contestTitle: inLanguage(contest, language),
        ...{ reason, reader: "voter", url: `${context.settings.baseUrl}${linkToElection(electionId)}` },
      }),
      finish: async (within) => {
        await recordTold(within, "elections:contest-drop-told", electionId);
        await within.database.preparationDecision.update({ where: { id }, data: { toldAt: within.clock.now() } });
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
