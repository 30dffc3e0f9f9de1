// A contact of a member objects to the roll, a candidate or the result. It gets a number and a receipt by mail.
// Source: calendar of the Board election of 2025: registry complaints, complaints about candidates, claims after the interim result.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { getOrganization, rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { groundsOf, undecidedStates } from "../domain/claim-kinds.ts";
import { withoutMarks } from "../domain/redaction.ts";
import type { WindowRefusal } from "../queries/claim-window.server.ts";
import { requireClaimWindow } from "../queries/claim-window.server.ts";
import type { FileClaimInput } from "./file-claim.input.ts";
import { fileClaimInput } from "./file-claim.input.ts";
import { mailReceipt, tellCommission } from "./mail-claim.server.ts";

export type FileClaimRefusal = WindowRefusal | Refusal<"CLAIM_GROUND_OF_OTHER_KIND" | "CLAIMS_TOO_MANY">;

export interface FiledClaim {
  readonly claimId: string;
  readonly number: number;
}

/** Enough for everything that can be wrong with one organisation; more at once would only bury the commission. */
const mostUndecided = 10;

/** Files the claim for the organisation; the actor must be one of its contacts. */
export async function fileClaim(
  context: Context,
  input: FileClaimInput,
): Promise<Result<FiledClaim, FileClaimRefusal>> {
  const fields = fileClaimInput.parse(input);
  const { electionId, kind, organizationId } = fields;
  const ground = fields.ground ?? groundsOf[kind][0] ?? kind;
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("claims:file", actor);
  const roles = await rolesOfPersonIn(context, actor.accountId, organizationId);
  if (roles.length === 0) throw new NotPermitted("claims:file", actor);
  if (!groundsOf[kind].some((each) => each === ground)) return refuse("CLAIM_GROUND_OF_OTHER_KIND");
  const { language } = await getAccount(context, actor.accountId);
  const organization = await getOrganization(context, organizationId);
  const claimId = randomIdentifier(context.random);
  return inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const window = await requireClaimWindow(within, electionId, kind);
    if (!window.ok) return window;
    if (await hasTooMany(within, electionId, organizationId)) return refuse("CLAIMS_TOO_MANY", { most: mostUndecided });
    const number = await nextNumber(within, electionId);
    // Privacy: the log is for ever, so what the member wrote is not in it.
    await recordAudit(within, {
      action: "claims:filed",
      subjectType: "election",
      subjectId: electionId,
      details: { number, kind, ground, organization: organization.handle },
    });
    const claim = await within.database.claim.create({
      data: {
        id: claimId,
        electionId,
        number,
        kind,
        ground,
        subjectId: fields.subjectId ?? null,
        subjectLabel: fields.subjectLabel,
        organizationId,
        organizationHandle: organization.handle,
        organizationName: organization.name,
        filedBy: actor.accountId,
        filedByName: actor.name,
        language: fields.language ?? language,
        text: withoutMarks(fields.text),
        filedAt: within.clock.now(),
      },
    });
    await mailReceipt(within, claim, window.value.decideBy);
    await tellCommission(within, claim);
    return ok({ claimId, number });
  });
}

async function hasTooMany(within: ContextWithin, electionId: string, organizationId: string): Promise<boolean> {
  const undecided = await within.database.claim.count({
    where: { electionId, organizationId, state: { in: [...undecidedStates] } },
  });
  return undecided >= mostUndecided;
}

async function nextNumber(within: ContextWithin, electionId: string): Promise<number> {
  const last = await within.database.claim.aggregate({ where: { electionId }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}
