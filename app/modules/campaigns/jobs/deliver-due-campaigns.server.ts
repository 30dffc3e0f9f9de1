// Queues the mails of campaigns whose time has come, some at a time, and proves at the end what became of them. Safe to kill at any instant and
// to run twice at once: which entries have their mail is written in the transaction that queues it.
import { createHash } from "node:crypto";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { Context, ContextWithin, Ground } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { composeNotice, partsOf } from "../commands/compose-notice.server.ts";
import type { NoticeParts } from "../commands/compose-notice.server.ts";
import { hasOtherNarrowedReminder, mayLeaveNow, stageInstant } from "../commands/judge-plan.server.ts";
import type { MailGroup } from "../domain/mail-groups.ts";
import { findAudience } from "../queries/audience.server.ts";
import type { KeptCampaign } from "../queries/campaigns.server.ts";
import { listWorkingCampaigns } from "../queries/campaigns.server.ts";
import { proofOf } from "../queries/proof.server.ts";

/** Few enough that a transaction is short; a roll of eleven thousand takes some hundred of them. */
const mailsPerTransaction = 100;

/** Takes every due campaign one step further. Gives how many mails were queued: zero means that there is nothing to do now. */
export async function deliverDueCampaigns(ground: Ground): Promise<number> {
  const context = withActor(ground, { kind: "system", name: "campaigns" });
  let queued = 0;
  for (const campaign of await listWorkingCampaigns(context)) {
    if (campaign.state !== "queued" && (await stopIfCancelled(context, campaign))) continue;
    if (campaign.state === "planned") await startWhenDue(context, campaign);
    else if (campaign.state === "queueing") queued += await queueSome(context, campaign);
    else await finishWhenDone(context, campaign);
  }
  return queued;
}

/** What was planned before the election was called off does not leave. A free mail that is written afterwards does. */
async function stopIfCancelled(context: Context, campaign: KeptCampaign): Promise<boolean> {
  if (!(await isOfCancelled(context, campaign))) return false;
  // Why not an error: another process may have been as quick.
  const stopped = await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "campaigns:cancelled",
      subjectType: "election",
      subjectId: campaign.electionId,
      details: { campaign: campaign.id, kind: campaign.kind },
    });
    const { count } = await within.database.campaign.updateMany({
      where: { id: campaign.id, state: campaign.state },
      data: { state: "cancelled" },
    });
    return count === 1 ? ok(undefined) : refuse("CAMPAIGN_HAS_LEFT");
  });
  if (stopped.ok) context.log.info({ campaign: campaign.id }, "a campaign was stopped with its election");
  return true;
}

async function isOfCancelled(
  context: Context | ContextWithin,
  { electionId, createdAt }: Pick<KeptCampaign, "electionId" | "createdAt">,
): Promise<boolean> {
  const cancelledAt = (await findElection(context, electionId))?.cancelledAt ?? null;
  return cancelledAt !== null && createdAt.toISOString() <= cancelledAt;
}

/** A mail that would be untrue when its time comes is held, and the desk says so. */
async function startWhenDue(context: Context, campaign: KeptCampaign): Promise<void> {
  const election = await findElection(context, campaign.electionId);
  if (election === undefined) return;
  const due = campaign.followsStage ? await stageInstant(context, election, campaign.kind) : campaign.scheduledFor;
  if (due === undefined || due > context.clock.now()) return;
  await inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const may = (await hasOtherNarrowedReminder(within, campaign))
      ? refuse("REMINDER_ALREADY_NARROWED")
      : await mayLeaveNow(within, election, campaign);
    const { groups } = await findAudience(within, election, campaign);
    const state = may.ok ? "queueing" : "held";
    const { count } = await within.database.campaign.updateMany({
      where: { id: campaign.id, state: "planned" },
      data: {
        state,
        startedAt: within.clock.now(),
        expectedMails: isCounted(campaign) ? groups.length : null,
        scheduledFor: due,
      },
    });
    if (count === 1) {
      await recordAudit(within, {
        action: may.ok ? "campaigns:started" : "campaigns:held",
        subjectType: "election",
        subjectId: campaign.electionId,
        details: { campaign: campaign.id, kind: campaign.kind, ...(may.ok ? {} : { why: may.error.code }) },
      });
    }
    return ok(undefined);
  });
}

async function queueSome(context: Context, campaign: KeptCampaign): Promise<number> {
  const election = await findElection(context, campaign.electionId);
  if (election === undefined) return 0;
  const parts = await partsOf(context, { election, kind: campaign.kind, texts: campaign.texts });
  const { groups } = await findAudience(context, election, campaign);
  const outcome = await inTransaction(context, async (within) => {
    // Why the lock first: two processes at this work wait for each other, and the second sees what the first wrote.
    await takeWritersLock(within);
    if (await isOfCancelled(within, campaign)) return ok(0);
    const covered = await coveredBy(within, campaign.id);
    const next = groups.filter((group) => !isCovered(covered, campaign.id, group)).slice(0, mailsPerTransaction);
    for (const group of next) await queueOne(within, campaign, parts, group);
    if (isCounted(campaign)) {
      await within.database.campaign.updateMany({
        where: { id: campaign.id, state: "queueing" },
        data: { queuedMails: { increment: next.length } },
      });
    }
    if (next.length < mailsPerTransaction) await endQueueing(within, campaign);
    return ok(next.length);
  });
  return outcome.value;
}

interface Covered {
  readonly subjects: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

async function coveredBy(within: ContextWithin, campaignId: string): Promise<Covered> {
  const rows = await within.database.campaignRecipient.findMany({
    where: { campaignId },
    select: { subjectId: true, addressHash: true },
  });
  return {
    subjects: new Set(rows.map(({ subjectId }) => subjectId)),
    addresses: new Set(rows.map(({ addressHash }) => addressHash)),
  };
}

function isCovered({ subjects, addresses }: Covered, campaignId: string, { key, entries }: MailGroup): boolean {
  return addresses.has(addressHashOf(campaignId, key)) || entries.every(({ subjectId }) => subjects.has(subjectId));
}

async function queueOne(
  within: ContextWithin,
  campaign: KeptCampaign,
  parts: NoticeParts,
  { key, entries }: MailGroup,
): Promise<void> {
  const [{ address, contactName: name, language }] = entries;
  const addressHash = addressHashOf(campaign.id, key);
  await within.database.campaignRecipient.createMany({
    data: entries.map(({ subjectId }) => ({
      id: randomIdentifier(within.random),
      campaignId: campaign.id,
      subjectId,
      addressHash,
    })),
  });
  await sendMail(within, {
    template: "campaigns/notice",
    to: { address, name, language },
    properties: composeNotice(within, parts, entries),
    deduplication: `campaigns/${campaign.id}/${addressHash}`,
    subject: { type: "campaign", id: campaign.id },
    // Privacy: who gets a reminder has not voted at that minute; two reminders would tell when somebody did.
    isConfidential: campaign.audience === "not-voted",
  });
}

async function endQueueing(within: ContextWithin, campaign: KeptCampaign): Promise<void> {
  const rows = await within.database.campaignRecipient.findMany({
    where: { campaignId: campaign.id },
    orderBy: [{ addressHash: "asc" }, { subjectId: "asc" }],
  });
  const lines = rows.map(({ addressHash, subjectId }) => `${addressHash} ${subjectId}\n`);
  const recipientsHash = createHash("sha256").update(lines.join("")).digest("hex");
  const mails = new Set(rows.map(({ addressHash }) => addressHash)).size;
  await recordAudit(within, {
    action: "campaigns:queued",
    subjectType: "election",
    subjectId: campaign.electionId,
    details: {
      ...{ campaign: campaign.id, kind: campaign.kind },
      ...(isCounted(campaign) ? { mails, entries: rows.length, recipientsHash } : {}),
    },
  });
  await within.database.campaign.updateMany({
    where: { id: campaign.id, state: "queueing" },
    data: { state: "queued", ...(isCounted(campaign) ? { expectedMails: mails, recipientsHash } : {}) },
  });
  if (campaign.audience === "not-voted")
    await within.database.campaignRecipient.deleteMany({ where: { campaignId: campaign.id } });
}

/**
 * Privacy: how many had not voted in a class at that minute is written down nowhere; and whoever has the roll could try out which
 * recipients a hash stands for.
 */
function isCounted({ audience }: KeptCampaign): boolean {
  return audience === "all";
}

/** When no mail is on its way any more, the proof is closed and its hash goes into the log. */
async function finishWhenDone(context: Context, campaign: KeptCampaign): Promise<void> {
  if (!isCounted(campaign)) {
    const election = await findElection(context, campaign.electionId);
    if (election === undefined || (election.closedAt === null && election.cancelledAt === null)) return;
  }
  const { totals, isOnItsWay, hash } = await proofOf(context, campaign);
  if (isOnItsWay) return;
  await inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const { count } = await within.database.campaign.updateMany({
      where: { id: campaign.id, state: "queued" },
      data: { state: "sent", finishedAt: within.clock.now(), totals, proofHash: hash },
    });
    if (count === 1) {
      await recordAudit(within, {
        action: "campaigns:sent",
        subjectType: "election",
        subjectId: campaign.electionId,
        details: { campaign: campaign.id, kind: campaign.kind, ...totals, proofHash: hash },
      });
    }
    return ok(undefined);
  });
}

function addressHashOf(campaignId: string, key: string): string {
  return createHash("sha256").update(`${campaignId}/${key}`).digest("hex");
}
