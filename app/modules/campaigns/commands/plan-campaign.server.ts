// Plans a mail: which kind, to whom, when. The words are fixed now; the audience is asked when it leaves.
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import type { ElectionView } from "#app/modules/elections/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { guardAudience } from "../domain/audience-guard.ts";
import type { CampaignKind } from "../domain/campaign-kinds.ts";
import { audiences, campaignKinds, kindRules, mayAsk } from "../domain/campaign-kinds.ts";
import type { MailTextRefusal, MailTexts } from "../domain/mail-text.ts";
import { checkTexts } from "../domain/mail-text.ts";
import { instantOf } from "../domain/schedule.ts";
import { permissions } from "../module.ts";
import type { AudienceWish } from "../queries/audience.server.ts";
import { findAudience } from "../queries/audience.server.ts";
import { findTexts } from "../queries/texts.server.ts";

export const planCampaignInput = z.object({
  electionId: z.string(),
  kind: z.enum(campaignKinds),
  audience: z.enum(audiences).optional(),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  languages: z.array(z.enum(["es", "en", "pt"])).default([]),
  /** "stage": with the stage of the calendar, wherever it moves; a date: then. */
  when: z.union([z.literal("now"), z.literal("stage"), z.date()]),
  /** Said by whoever wants people to get the same mail once more; "" says it without the reason that it needs. */
  repetitionReason: z.string().trim().max(500).optional(),
});
export type PlanCampaignInput = z.input<typeof planCampaignInput>;
type Wish = z.output<typeof planCampaignInput>;

export type PlanCampaignRefusal =
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

/** Writes the plan down; `deliverDueCampaigns` does the rest. */
export async function planCampaign(
  context: Context,
  input: PlanCampaignInput,
): Promise<Result<{ campaignId: string; scheduledFor: Date }, PlanCampaignRefusal>> {
  requirePermission(context.actor, permissions, "campaigns:write");
  const wish = planCampaignInput.parse(input);
  const { electionId, kind, countries, languages, when, repetitionReason } = wish;
  if (repetitionReason === "") return refuse("REPETITION_REASON_MISSING");
  const audience = wish.audience ?? kindRules[kind].audience;
  const campaignId = randomIdentifier(context.random);
  return inTransaction(context, async (within) => {
    const election = await findElection(within, electionId);
    if (election === undefined) return refuse("ELECTION_UNKNOWN");
    const instant = await timeOf(within, election, wish);
    if (!instant.ok) return instant;
    if (when === "now") {
      const now = await mayLeaveNow(within, election, { ...wish, audience });
      if (!now.ok) return now;
    }
    const { texts } = await findTexts(within, electionId, kind);
    const checked = checkTexts(texts, within.settings.baseUrl);
    if (!checked.ok) return checked;
    const scheduledFor = instant.value;
    await recordAudit(within, {
      action: "campaigns:planned",
      subjectType: "election",
      subjectId: electionId,
      details: {
        ...{ campaign: campaignId, kind, audience, countries, languages, scheduledFor: scheduledFor.toISOString() },
        ...(repetitionReason === undefined ? {} : { repetitionReason }),
      },
    });
    if (when === "stage" && (await isPlannedWithStage(within, electionId, kind)))
      return refuse("CAMPAIGN_ALREADY_PLANNED");
    // Why after the log: its lock makes the second of two forms wait until the first is written.
    if (await isPlannedAlike(within, { ...wish, audience }, scheduledFor)) return refuse("CAMPAIGN_ALREADY_PLANNED");
    const earlier = await findEarlierSame(within, { ...wish, audience }, texts);
    if (earlier !== undefined && repetitionReason === undefined)
      return refuse("MAIL_IS_A_REPETITION", { at: earlier.toISOString() });
    if (await hasOtherNarrowedReminder(within, { electionId, audience, countries, languages }))
      return refuse("REMINDER_ALREADY_NARROWED");
    await within.database.campaign.create({
      data: {
        id: campaignId,
        ...{ electionId, kind, audience, countries, languages, scheduledFor },
        texts: { es: { ...texts.es }, en: { ...texts.en }, pt: { ...texts.pt } },
        followsStage: when === "stage",
        createdAt: within.clock.now(),
        createdBy: within.actor.kind === "person" ? within.actor.name : within.actor.kind,
      },
    });
    return ok({ campaignId, scheduledFor });
  });
}

async function timeOf(
  within: ContextWithin,
  election: ElectionView,
  { kind, when }: Wish,
): Promise<Result<Date, Refusal<"STAGE_HAS_NO_DATE" | "MAIL_DATE_PASSED">>> {
  const now = within.clock.now();
  if (when === "now") return ok(now);
  const at = when === "stage" ? await stageInstant(within, election, kind) : when;
  if (at === undefined) return refuse("STAGE_HAS_NO_DATE");
  return at < now ? refuse("MAIL_DATE_PASSED", { at: at.toISOString() }) : ok(at);
}

/** When the mail that goes with its stage is due, as the calendar stands now. */
export async function stageInstant(
  context: Context | ContextWithin,
  election: Pick<ElectionView, "id" | "opensAt" | "closesAt">,
  kind: Wish["kind"],
): Promise<Date | undefined> {
  const stages = await findStages(context, election.id);
  return instantOf(kind, { stages, opensAt: new Date(election.opensAt), closesAt: new Date(election.closesAt) });
}

/** Whether what the mail says is true in this phase, and its audience may be asked. */
export async function mayLeaveNow(
  context: Context | ContextWithin,
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
  {
    id,
    electionId,
    audience,
    countries,
    languages,
  }: AudienceWish & { readonly id?: string; readonly electionId: string },
): Promise<boolean> {
  if (audience !== "not-voted" || !isNarrowed({ countries, languages })) return false;
  const states = ["queueing", "queued", "sent", ...(id === undefined ? ["planned"] : [])];
  const others = await within.database.campaign.findMany({
    where: { electionId, audience, state: { in: states }, ...(id === undefined ? {} : { id: { not: id } }) },
    select: { countries: true, languages: true },
  });
  return others.some(isNarrowed);
}

function isNarrowed({ countries, languages }: { readonly countries: unknown; readonly languages: unknown }): boolean {
  return [countries, languages].some((each) => Array.isArray(each) && each.length > 0);
}

/** A form sent again, or from two tabs: so near in time nobody wants the same mail twice. */
async function isPlannedAlike(
  within: ContextWithin,
  { electionId, kind, audience, countries, languages }: Wish & AudienceWish,
  scheduledFor: Date,
): Promise<boolean> {
  const near = { gt: new Date(scheduledFor.getTime() - 3_600_000), lt: new Date(scheduledFor.getTime() + 3_600_000) };
  const others = await within.database.campaign.findMany({
    where: { electionId, kind, audience, scheduledFor: near, state: { notIn: ["held", "cancelled"] } },
    select: { countries: true, languages: true },
  });
  const wished = [asSet(countries), asSet(languages)].join("/");
  return others.some((other) => [asSet(other.countries), asSet(other.languages)].join("/") === wished);
}

/** When people to whom this goes were written the same, or will be; a free notice is the same only where its words are. */
async function findEarlierSame(
  within: ContextWithin,
  { electionId, kind, audience, countries, languages }: Wish & AudienceWish,
  texts: MailTexts,
): Promise<Date | undefined> {
  // Why not reminders: who has not voted is reminded more than once, and each time they are fewer.
  if (audience !== "all") return undefined;
  const others = await within.database.campaign.findMany({
    where: { electionId, kind, audience, state: { notIn: ["held", "cancelled"] } },
    orderBy: { scheduledFor: "desc" },
    select: { countries: true, languages: true, texts: true, scheduledFor: true },
  });
  const words = textsAsOne(texts);
  return others.find(
    (other) =>
      doMeet(other.countries, countries) &&
      doMeet(other.languages, languages) &&
      (kind !== "free-notice" || textsAsOne(other.texts as unknown as MailTexts) === words),
  )?.scheduledFor;
}

/** Whether two narrowings leave somebody in common; an empty one leaves everybody. */
function doMeet(one: unknown, other: readonly string[]): boolean {
  if (!Array.isArray(one) || one.length === 0 || other.length === 0) return true;
  return other.some((word) => one.includes(word));
}

function textsAsOne({ es, en, pt }: MailTexts): string {
  return JSON.stringify([es, en, pt].map(({ subject, body }) => [subject, body]));
}

function asSet(words: unknown): string {
  return Array.isArray(words) ? [...new Set(words.map(String))].sort().join() : "";
}

async function isPlannedWithStage(within: ContextWithin, electionId: string, kind: string): Promise<boolean> {
  const planned = await within.database.campaign.count({
    where: { electionId, kind, followsStage: true, state: { in: ["planned", "queueing", "queued", "sent"] } },
  });
  return planned > 0;
}
