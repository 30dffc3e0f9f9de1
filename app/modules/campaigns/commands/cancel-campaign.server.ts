// Takes a planned mail back before it leaves, or gives one that was held up for good.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { permissions } from "../module.ts";

export type CancelCampaignRefusal = Refusal<"CAMPAIGN_UNKNOWN" | "CAMPAIGN_HAS_LEFT">;

export async function cancelCampaign(
  context: Context,
  { campaignId }: { readonly campaignId: string },
): Promise<Result<undefined, CancelCampaignRefusal>> {
  requirePermission(context.actor, permissions, "campaigns:write");
  return inTransaction(context, async (within) => {
    const campaign = await within.database.campaign.findUnique({ where: { id: campaignId } });
    if (campaign === null) return refuse("CAMPAIGN_UNKNOWN");
    await recordAudit(within, {
      action: "campaigns:cancelled",
      subjectType: "election",
      subjectId: campaign.electionId,
      details: { campaign: campaignId, kind: campaign.kind },
    });
    const { count } = await within.database.campaign.updateMany({
      where: { id: campaignId, state: { in: ["planned", "held"] } },
      data: { state: "cancelled" },
    });
    return count === 1 ? ok(undefined) : refuse("CAMPAIGN_HAS_LEFT");
  });
}
