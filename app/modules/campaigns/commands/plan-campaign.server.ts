// Plans a mail: which kind, to whom, when. The words are fixed now; the audience is asked when it leaves. What one person may not send alone
// is proposed (propose-campaign.server.ts).
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { audiences, campaignKinds, kindRules } from "../domain/campaign-kinds.ts";
import { mostWrittenByOne } from "../domain/words-of-one.ts";
import { permissions } from "../module.ts";
import { findTexts } from "../queries/texts.server.ts";
import type { JudgePlanRefusal, MailPlan, MailWish } from "./judge-plan.server.ts";
import { isOfTwo, judgePlan } from "./judge-plan.server.ts";

export const planCampaignInput = z.object({
  electionId: z.string(),
  kind: z.enum(campaignKinds),
  audience: z.enum(audiences).optional(),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  languages: z.array(z.enum(["es", "en", "pt"])).default([]),
  when: z.union([z.literal("now"), z.literal("stage"), z.date()]),
  repetitionReason: z.string().trim().max(500).optional(),
});
export type PlanCampaignInput = z.input<typeof planCampaignInput>;

export type PlanCampaignRefusal = JudgePlanRefusal | Refusal<"MAIL_NEEDS_TWO">;

export interface PlannedCampaign {
  readonly campaignId: string;
  readonly scheduledFor: Date;
}

/** Writes the plan down; `deliverDueCampaigns` does the rest. */
export async function planCampaign(
  context: Context,
  input: PlanCampaignInput,
): Promise<Result<PlannedCampaign, PlanCampaignRefusal>> {
  requirePermission(context.actor, permissions, "campaigns:write");
  const parsed = planCampaignInput.parse(input);
  return inTransaction<Result<PlannedCampaign, PlanCampaignRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const judged = await judgePlan(within, await inPresentWords(within, parsed));
    if (!judged.ok) return judged;
    const { actor } = within;
    const createdBy = actor.kind === "person" ? actor.name : actor.kind;
    if (await isOfTwo(within, judged.value, createdBy)) return refuse("MAIL_NEEDS_TWO", { most: mostWrittenByOne });
    return ok(await writePlan(within, judged.value, { createdBy }));
  });
}

/** The wish with the words as they stand now, and the audience of the kind where none is said. */
export async function inPresentWords(
  within: ContextWithin,
  wish: z.output<typeof planCampaignInput>,
): Promise<MailWish> {
  const { texts } = await findTexts(within, wish.electionId, wish.kind);
  return { ...wish, audience: wish.audience ?? kindRules[wish.kind].audience, texts };
}

export interface PlannedBy {
  /** Who wanted the mail. */
  readonly createdBy: string;
  /** What a second person approved. */
  readonly proposalId?: string;
}

/** Writes what was judged, for whoever has asked for permission. */
export async function writePlan(
  within: ContextWithin,
  { wish, scheduledFor }: MailPlan,
  { createdBy, proposalId }: PlannedBy,
): Promise<PlannedCampaign> {
  const { electionId, kind, audience, texts, when, repetitionReason } = wish;
  const narrowed = { countries: [...wish.countries], languages: [...wish.languages] };
  const campaignId = randomIdentifier(within.random);
  await recordAudit(within, {
    action: "campaigns:planned",
    subjectType: "election",
    subjectId: electionId,
    details: {
      ...{ campaign: campaignId, kind, audience, ...narrowed, scheduledFor: scheduledFor.toISOString() },
      ...(repetitionReason === undefined ? {} : { repetitionReason }),
      ...(proposalId === undefined ? {} : { proposalId, proposedBy: createdBy }),
    },
  });
  await within.database.campaign.create({
    data: {
      id: campaignId,
      ...{ electionId, kind, audience, ...narrowed, scheduledFor, createdBy },
      texts: { es: { ...texts.es }, en: { ...texts.en }, pt: { ...texts.pt } },
      followsStage: when === "stage",
      createdAt: within.clock.now(),
    },
  });
  return { campaignId, scheduledFor };
}
