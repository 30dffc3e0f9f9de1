// Staff send a mail to themselves, as a member would get it, before anybody else does.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { NotPermitted, requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { CampaignKind } from "../domain/campaign-kinds.ts";
import { inventedReader } from "../domain/mail-groups.ts";
import { permissions } from "../module.ts";
import { findTexts } from "../queries/texts.server.ts";
import { composeNotice, partsOf } from "./compose-notice.server.ts";

export async function sendTestMail(
  context: Context,
  {
    electionId,
    kind,
    language,
  }: { readonly electionId: string; readonly kind: CampaignKind; readonly language: Language },
): Promise<Result<{ address: string }, Refusal<"ELECTION_UNKNOWN">>> {
  const { actor } = context;
  requirePermission(actor, permissions, "campaigns:write");
  if (actor.kind !== "person") throw new NotPermitted("campaigns:write", actor);
  const { email, name } = await getAccount(context, actor.accountId);
  return inTransaction(context, async (within) => {
    const election = await findElection(within, electionId);
    if (election === undefined) return refuse("ELECTION_UNKNOWN");
    await recordAudit(within, {
      action: "campaigns:test-sent",
      subjectType: "election",
      subjectId: electionId,
      details: { kind, language },
    });
    const { texts } = await findTexts(within, electionId, kind);
    const parts = await partsOf(within, { election, kind, texts });
    await sendMail(within, {
      template: "campaigns/notice",
      to: { address: email, name, language },
      properties: composeNotice(within, parts, [inventedReader(name, language)], language),
      deduplication: `campaigns/test/${randomIdentifier(within.random)}`,
      subject: { type: "campaign-test", id: electionId },
    });
    return ok({ address: email });
  });
}
