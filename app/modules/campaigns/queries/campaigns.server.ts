// The campaigns of an election: planned, on their way, and done, with how far each has come.
import { countMails } from "#app/modules/notifications/index.server.ts";
import type { MailState } from "#app/modules/notifications/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { Audience, CampaignKind, CampaignState } from "../domain/campaign-kinds.ts";
import { campaignColumns } from "../domain/kept-campaign.ts";
import type { MailTexts } from "../domain/mail-text.ts";
import { permissions } from "../module.ts";

export interface KeptCampaign {
  readonly id: string;
  readonly electionId: string;
  readonly kind: CampaignKind;
  readonly texts: MailTexts;
  readonly audience: Audience;
  readonly countries: readonly string[];
  readonly languages: readonly Language[];
  readonly followsStage: boolean;
  readonly scheduledFor: Date;
  readonly state: CampaignState;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expectedMails: number | null;
  readonly queuedMails: number;
  readonly finishedAt: Date | null;
  readonly recipientsHash: string | null;
  readonly proofHash: string | null;
  readonly totals: Readonly<Record<string, number>> | null;
}

/** What is to be done now or later, the earliest first. */
export async function listWorkingCampaigns(context: ReadingContext): Promise<KeptCampaign[]> {
  requirePermission(context.actor, permissions, "campaigns:deliver");
  const rows = await context.database.campaign.findMany({
    where: { state: { in: ["planned", "queueing", "queued"] } },
    orderBy: [{ scheduledFor: "asc" }, { id: "asc" }],
  });
  return rows.map(campaignOf);
}

/** The campaigns of one election, the newest first. */
export async function listCampaigns(context: ReadingContext, electionId: string): Promise<KeptCampaign[]> {
  requirePermission(context.actor, permissions, "campaigns:read");
  const rows = await context.database.campaign.findMany({
    where: { electionId },
    orderBy: [{ scheduledFor: "desc" }, { id: "asc" }],
  });
  return rows.map(campaignOf);
}

export interface CampaignProgress {
  readonly campaign: KeptCampaign;
  readonly mails: Readonly<Record<MailState, number>>;
}

/** One campaign with what became of its mails so far. */
export async function findCampaign(
  context: ReadingContext,
  { electionId, campaignId }: { readonly electionId: string; readonly campaignId: string },
): Promise<CampaignProgress | undefined> {
  requirePermission(context.actor, permissions, "campaigns:read");
  const row = await context.database.campaign.findUnique({ where: { id: campaignId } });
  if (row === null || row.electionId !== electionId) return undefined;
  const campaign = campaignOf(row);
  return { campaign, mails: await mailsOf(context, campaign) };
}

/** Privacy: a reminder to who has not voted shows no numbers until it is closed, after the box; those that left are never counted. */
export async function mailsOf(context: ReadingContext, campaign: KeptCampaign): Promise<Record<MailState, number>> {
  if (campaign.audience === "not-voted" && campaign.finishedAt === null)
    return { waiting: 0, sending: 0, sent: 0, failed: 0, bounced: 0, unknown: 0, stopped: 0 };
  return countMails(context, { type: "campaign", id: campaign.id });
}

type CampaignRow = NonNullable<Awaited<ReturnType<ReadingContext["database"]["campaign"]["findUnique"]>>>;

function campaignOf(row: CampaignRow): KeptCampaign {
  return { ...row, ...campaignColumns.parse(row) };
}
