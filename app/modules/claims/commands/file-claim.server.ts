// A contact of a member, or a voter without an account, objects to the roll, a candidate or the result. It gets a number and a receipt by mail.
// Source: calendar of the Board election of 2025: registry complaints, complaints about candidates, claims after the interim result.
import type { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findLinkVoter } from "#app/modules/elections/index.server.ts";
import { getOrganization, rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { groundsOf, undecidedStates } from "../domain/claim-kinds.ts";
import { withoutMarks } from "../domain/redaction.ts";
import type { WindowRefusal } from "../queries/claim-window.server.ts";
import { requireClaimWindow } from "../queries/claim-window.server.ts";
import type { FileClaimInput, LinkClaimInput } from "./file-claim.input.ts";
import { fileClaimInput, linkClaimInput } from "./file-claim.input.ts";
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
  const { organizationId, ...fields } = fileClaimInput.parse(input);
  const { actor } = context;
  if (actor.kind !== "person") throw new NotPermitted("claims:file", actor);
  const roles = await rolesOfPersonIn(context, actor.accountId, organizationId);
  if (roles.length === 0) throw new NotPermitted("claims:file", actor);
  const { language } = await getAccount(context, actor.accountId);
  const { handle, name } = await getOrganization(context, organizationId);
  return fileAs(context, fields, {
    claimant: {
      ...{ organizationId, organizationHandle: handle, organizationName: name },
      ...{ filedBy: actor.accountId, filedByName: actor.name, rollEntryId: null },
    },
    language,
  });
}

/** The same for a voter without an account. Security: the key that only her mail has says which entry is hers. */
export async function fileClaimByLink(
  context: Context,
  secondKey: string,
  input: LinkClaimInput,
): Promise<Result<FiledClaim, FileClaimRefusal>> {
  const fields = linkClaimInput.parse(input);
  const voter = await findLinkVoter(context, { electionId: fields.electionId, secondKey });
  if (voter === undefined) throw new NotPermitted("claims:file", context.actor);
  return fileAs(context, fields, {
    claimant: {
      organizationId: voter.organizationId ?? "",
      organizationHandle: voter.handle,
      organizationName: voter.entryName,
      ...{ filedBy: "", filedByName: voter.contactName, filedByEmail: voter.email },
      ...{ rollEntryId: voter.rollEntryId, rollHolder: voter.holderNumber },
    },
    language: voter.language,
  });
}

interface Claimant {
  readonly organizationId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly filedBy: string;
  readonly filedByName: string;
  /** Only of a voter without an account, with the two that follow. */
  readonly rollEntryId: string | null;
  readonly rollHolder?: number;
  readonly filedByEmail?: string;
}

async function fileAs(
  context: Context,
  fields: z.infer<typeof linkClaimInput>,
  { claimant, language }: { readonly claimant: Claimant; readonly language: string },
): Promise<Result<FiledClaim, FileClaimRefusal>> {
  const { electionId, kind } = fields;
  const ground = fields.ground ?? groundsOf[kind][0] ?? kind;
  if (!groundsOf[kind].some((each) => each === ground)) return refuse("CLAIM_GROUND_OF_OTHER_KIND");
  const claimId = randomIdentifier(context.random);
  return inTransaction(context, async (within) => {
    await takeWritersLock(within);
    const window = await requireClaimWindow(within, electionId, kind);
    if (!window.ok) return window;
    if (await hasTooMany(within, electionId, claimant)) return refuse("CLAIMS_TOO_MANY", { most: mostUndecided });
    const number = await nextNumber(within, electionId);
    // Privacy: the log is for ever, so what the member wrote is not in it.
    await recordAudit(within, {
      action: "claims:filed",
      subjectType: "election",
      subjectId: electionId,
      details: { number, kind, ground, organization: claimant.organizationHandle },
    });
    const claim = await within.database.claim.create({
      data: {
        ...{ id: claimId, electionId, number, kind, ground },
        subjectId: fields.subjectId ?? null,
        subjectLabel: fields.subjectLabel,
        ...claimant,
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

async function hasTooMany(
  within: ContextWithin,
  electionId: string,
  { organizationId, rollEntryId }: Claimant,
): Promise<boolean> {
  const whose = rollEntryId === null ? { organizationId } : { rollEntryId };
  const undecided = await within.database.claim.count({
    where: { electionId, ...whose, state: { in: [...undecidedStates] } },
  });
  return undecided >= mostUndecided;
}

async function nextNumber(within: ContextWithin, electionId: string): Promise<number> {
  const last = await within.database.claim.aggregate({ where: { electionId }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}
