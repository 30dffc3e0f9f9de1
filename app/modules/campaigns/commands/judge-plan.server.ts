// Whether a mail can be planned: its time, what it says by then, its words, its audience, and that nobody gets it twice. Asked by who plans
// alone, by who proposes, and again when the second person approves.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import { listHistoryOf } from "#app/modules/audit-log/index.server.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import type { ElectionView } from "#app/modules/elections/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import type { ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { guardAudience } from "../domain/audience-guard.ts";
import type { CampaignKind } from "../domain/campaign-kinds.ts";
import { kindRules, mayAsk } from "../domain/campaign-kinds.ts";
import { campaignColumns, doMeet, isNarrowed, isSameNarrowing, narrowing } from "../domain/kept-campaign.ts";
import type { MailTextRefusal, MailTexts } from "../domain/mail-text.ts";
import { checkTexts, saySame } from "../domain/mail-text.ts";
import { instantOf } from "../domain/schedule.ts";
import { needsTwo } from "../domain/words-of-one.ts";
import type { AudienceWish } from "../queries/audience.server.ts";
import { findAudience } from "../queries/audience.server.ts";
import { areOwnWords } from "../queries/texts.server.ts";

/** To whom, when, and in which words. */
export interface MailWish extends AudienceWish {
  readonly electionId: string;
  readonly kind: CampaignKind;
  /** "stage": with the stage of the calendar, wherever it moves; a date: then. */
  readonly when: "now" | "stage" | Date;
  /** Said by whoever wants people to get the same mail once more; "" says it without the reason that it needs. */
  readonly repetitionReason?: string | undefined;
  readonly texts: MailTexts;
}

export interface MailPlan {
  readonly wish: MailWish;
  readonly election: ElectionView;
  readonly scheduledFor: Date;
}

export type JudgePlanRefusal =
  | MailTextRefusal
  | Refusal<
      | "ELECTION_UNKNOWN"
      | "STAGE_HAS_NO_DATE"
      | "MAIL_DATE_PASSED"
      | "MAIL_NOT_TRUE_NOW"
      | "AUDIENCE_EMPTY"
      | "AUDIENCE_TELLS_WHO_VOTED"
      | "AUDIENCE_ONLY_WHILE_OPEN"
      | "CAMPAIGN_ALREADY_PLANNED"
      | "MAIL_IS_A_REPETITION"
      | "REPETITION_REASON_MISSING"
      | "REMINDER_ALREADY_NARROWED"
    >;

/** The caller holds the writers' lock: the second of two forms waits until the first is written. */
export async function judgePlan(within: ContextWithin, wish: MailWish): Promise<Result<MailPlan, JudgePlanRefusal>> {
  const { electionId, when, repetitionReason, texts } = wish;
  if (repetitionReason === "") return refuse("REPETITION_REASON_MISSING");
  const election = await findElection(within, electionId);
  if (election === undefined) return refuse("ELECTION_UNKNOWN");
  const instant = await timeOf(within, election, wish);
  if (!instant.ok) return instant;
  if (when === "now") {
    const now = await mayLeaveNow(within, election, wish);
    if (!now.ok) return now;
  }
  const checked = checkTexts(texts, within.settings.baseUrl);
  if (!checked.ok) return checked;
  const scheduledFor = instant.value;
  if (when === "stage" && (await isPlannedWithStage(within, wish))) return refuse("CAMPAIGN_ALREADY_PLANNED");
  if (await isPlannedAlike(within, wish, scheduledFor)) return refuse("CAMPAIGN_ALREADY_PLANNED");
  const earlier = await findEarlierSame(within, wish);
  if (earlier !== undefined && repetitionReason === undefined)
    return refuse("MAIL_IS_A_REPETITION", { at: earlier.toISOString() });
  if (await hasOtherNarrowedReminder(within, wish)) return refuse("REMINDER_ALREADY_NARROWED");
  return ok({ wish, election, scheduledFor });
}

/** Whether the person who plans it may not send it alone: what she sent alone before, on that day, is weighed with it. */
export async function isOfTwo(context: ReadingContext, plan: MailPlan, plannedBy: string): Promise<boolean> {
  const { wish, election } = plan;
  const isInOwnWords = await areOwnWords(wish.kind, wish.texts);
  if (!isInOwnWords) return false;
  const reached = new Set<string>();
  for (const mail of [wish, ...(await findOwnWordsOfDay(context, plan, plannedBy))]) {
    const { groups } = await findAudience(context, election, { ...mail, audience: "all" });
    for (const { key } of groups) reached.add(key);
  }
  const mayGrow = election.rollFrozenAt === null && wish.when !== "now";
  return needsTwo({ isInOwnWords, addresses: reached.size, mayGrow });
}

/** What one person planned alone in words of her own, today or for the day on which this one leaves: narrow mails add up. */
async function findOwnWordsOfDay(
  context: ReadingContext,
  { election, scheduledFor }: MailPlan,
  createdBy: string,
): Promise<AudienceWish[]> {
  const on = (day: string) => ({ gte: new Date(`${day}T00:00:00.000Z`), lte: new Date(`${day}T23:59:59.999Z`) });
  const today = utcDay(context.clock.now());
  const rows = await context.database.campaign.findMany({
    where: {
      ...{ electionId: election.id, createdBy, state: { notIn: ["held", "cancelled"] } },
      OR: [{ createdAt: on(today) }, { scheduledFor: on(utcDay(scheduledFor)) }],
    },
  });
  const approved = rows.length === 0 ? new Set<unknown>() : await findApproved(context, election.id);
  const mails: AudienceWish[] = [];
  for (const row of rows) {
    const { kind, texts, ...wish } = campaignColumns.parse(row);
    if (!approved.has(row.id) && (await areOwnWords(kind, texts))) mails.push(wish);
  }
  return mails;
}

/** The mails that two people answer for, as the log says. */
async function findApproved(context: ReadingContext, electionId: string): Promise<ReadonlySet<unknown>> {
  const about = { subjectType: "election", subjectId: electionId, action: "campaigns:planned" };
  const entries = await listHistoryOf(context, { ...about, limit: 10_000 });
  return new Set(
    entries.flatMap(({ details: { campaign, proposalId } }) => (proposalId === undefined ? [] : [campaign])),
  );
}

/** Privacy: of a reminder too, everybody who fits is counted, for how many of them have voted is told to nobody. */
export async function countAddresses(
  context: ReadingContext,
  election: ElectionView,
  wish: AudienceWish,
): Promise<number> {
  return (await findAudience(context, election, { ...wish, audience: "all" })).groups.length;
}

async function timeOf(
  within: ContextWithin,
  election: ElectionView,
  { kind, when }: Pick<MailWish, "kind" | "when">,
): Promise<Result<Date, Refusal<"STAGE_HAS_NO_DATE" | "MAIL_DATE_PASSED">>> {
  const now = within.clock.now();
  if (when === "now") return ok(now);
  const at = when === "stage" ? await stageInstant(within, election, kind) : when;
  if (at === undefined) return refuse("STAGE_HAS_NO_DATE");
  return at < now ? refuse("MAIL_DATE_PASSED", { at: at.toISOString() }) : ok(at);
}

/** When the mail that goes with its stage is due, as the calendar stands now. */
export async function stageInstant(
  context: ReadingContext,
  election: Pick<ElectionView, "id" | "opensAt" | "closesAt">,
  kind: CampaignKind,
): Promise<Date | undefined> {
  const stages = await findStages(context, election.id);
  return instantOf(kind, { stages, opensAt: new Date(election.opensAt), closesAt: new Date(election.closesAt) });
}

/** Whether what the mail says is true in this phase, and its audience may be asked. */
export async function mayLeaveNow(
  context: ReadingContext,
  election: ElectionView,
  wish: AudienceWish & { readonly kind: CampaignKind },
): Promise<
  Result<
    undefined,
    Refusal<"MAIL_NOT_TRUE_NOW" | "AUDIENCE_ONLY_WHILE_OPEN" | "AUDIENCE_EMPTY" | "AUDIENCE_TELLS_WHO_VOTED">
  >
> {
  const { phases } = kindRules[wish.kind];
  if (phases !== undefined && !phases.includes(election.phase)) return refuse("MAIL_NOT_TRUE_NOW");
  if (!mayAsk(wish.audience, election.phase)) return refuse("AUDIENCE_ONLY_WHILE_OPEN");
  const { counts } = await findAudience(context, election, wish);
  return guardAudience(counts);
}

/** Privacy: a second narrowed reminder tells who voted between the two. A planned one counts, since it will leave. */
export async function hasOtherNarrowedReminder(
  within: ContextWithin,
  { id, electionId, audience, ...own }: AudienceWish & { readonly id?: string; readonly electionId: string },
): Promise<boolean> {
  if (audience !== "not-voted" || !isNarrowed(narrowing.parse(own))) return false;
  const states = ["queueing", "queued", "sent", ...(id === undefined ? ["planned"] : [])];
  const others = await within.database.campaign.findMany({
    where: { electionId, audience, state: { in: states }, ...(id === undefined ? {} : { id: { not: id } }) },
    select: { countries: true, languages: true },
  });
  return others.some((other) => isNarrowed(narrowing.parse(other)));
}

/** A form sent again, or from two tabs: so near in time nobody wants the same mail twice. */
async function isPlannedAlike(within: ContextWithin, wish: MailWish, scheduledFor: Date): Promise<boolean> {
  const { electionId, kind, audience } = wish;
  const near = { gt: new Date(scheduledFor.getTime() - 3_600_000), lt: new Date(scheduledFor.getTime() + 3_600_000) };
  const others = await within.database.campaign.findMany({
    where: { electionId, kind, audience, scheduledFor: near, state: { notIn: ["held", "cancelled"] } },
    select: { countries: true, languages: true },
  });
  return others.some((other) => isSameNarrowing(narrowing.parse(other), narrowing.parse(wish)));
}

/** When people to whom this goes were written the same, or will be; a free notice is the same only where its words are. */
async function findEarlierSame(within: ContextWithin, wish: MailWish): Promise<Date | undefined> {
  const { electionId, kind, audience, texts } = wish;
  // Why not reminders: who has not voted is reminded more than once, and each time they are fewer.
  if (audience !== "all") return undefined;
  const others = await within.database.campaign.findMany({
    where: { electionId, kind, audience, state: { notIn: ["held", "cancelled"] } },
    orderBy: { scheduledFor: "desc" },
  });
  return others.find((other) => {
    const kept = campaignColumns.parse(other);
    return doMeet(kept, narrowing.parse(wish)) && (kind !== "free-notice" || saySame(kept.texts, texts));
  })?.scheduledFor;
}

async function isPlannedWithStage(within: ContextWithin, { electionId, kind }: MailWish): Promise<boolean> {
  const planned = await within.database.campaign.count({
    where: { electionId, kind, followsStage: true, state: { in: ["planned", "queueing", "queued", "sent"] } },
  });
  return planned > 0;
}
