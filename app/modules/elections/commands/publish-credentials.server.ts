// A commission member's browser made the voting codes. What arrives here: the public credentials with their weights, in an
// order that says nothing; per organisation a tag that reveals nothing, and a mail sealed to the mail room that we cannot read.
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import { findCredentialOutsideGroup, parseCredentials, payloadFingerprint } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { StageRefusal } from "#app/modules/calendars/index.server.ts";
import { requireStage } from "#app/modules/calendars/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { updateRows } from "#app/platform/database/update-rows.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { CredentialsRefusal, IssuedEntry } from "../domain/check-credentials.ts";
import { checkCredentials } from "../domain/check-credentials.ts";
import { permissions } from "../module.ts";
import { lockElection } from "./lock-election.server.ts";
import { requireNoDelegateOnBallot } from "../queries/delegate-on-ballot.server.ts";
import { onRoll } from "../queries/roll-tree.server.ts";

export type PublishCredentialsRefusal =
  | CredentialsRefusal
  | StageRefusal
  | Refusal<
      | "ROLL_NOT_FROZEN"
      | "CREDENTIALS_INVALID"
      | "CREDENTIALS_AFTER_SEALING"
      | "VOTING_CODE_NOT_SEALED"
      | "DELEGATE_ON_BALLOT"
      | "DELEGATE_NAMED_AS_ON_BALLOT"
    >;

export interface PublishCredentialsInput {
  readonly electionId: string;
  /** The protocol's list: sorted, each with its weight. */
  readonly credentialsPayload: string;
  readonly issued: readonly IssuedEntry[];
}

const issuedColumns = {
  keys: { id: "text", electionId: "text" },
  columns: { eligibilityTag: "text", sealedVotingCode: "text", accessKeyHash: "text" },
} as const;

export async function publishCredentials(
  context: Context,
  { electionId, credentialsPayload, issued }: PublishCredentialsInput,
): Promise<Result<{ fingerprint: string }, PublishCredentialsRefusal>> {
  requirePermission(context.actor, permissions, "elections:issue-credentials");
  const found = await context.database.election.findUniqueOrThrow({ where: { id: electionId } });
  const parsed = parseCredentials(found.group as GroupName, credentialsPayload);
  if (!parsed.ok) return refuse("CREDENTIALS_INVALID", { reason: parsed.error.code });
  const publicCredentials = parsed.value.entries.map((entry) => entry.publicCredential);
  const stranger = findCredentialOutsideGroup(found.group as GroupName, publicCredentials, fastestBackend);
  if (stranger !== undefined) return refuse("CREDENTIALS_INVALID", { reason: "CREDENTIAL_NOT_IN_GROUP" });
  if (issued.some((entry) => !entry.sealedVotingCode.startsWith("-----BEGIN AGE ENCRYPTED FILE-----"))) {
    return refuse("VOTING_CODE_NOT_SEALED");
  }
  const fingerprint = payloadFingerprint(credentialsPayload);
  return inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "elections:credentials-published",
      subjectType: "election",
      subjectId: electionId,
      details: { fingerprint, credentials: issued.length },
    });
    const election = await lockElection(within, electionId);
    if (!election.rollFrozenAt) return refuse("ROLL_NOT_FROZEN");
    if (election.sealedAt) return refuse("CREDENTIALS_AFTER_SEALING");
    const mayNow = await requireStage(within, electionId, "key-ceremony", within.clock.now());
    if (!mayNow.ok) return mayNow;
    const apart = await requireNoDelegateOnBallot(within, electionId);
    if (!apart.ok) return apart;
    const roll = await within.database.rollEntry.findMany({
      where: { electionId, ...onRoll },
      select: { id: true, votes: true, channel: true },
    });
    const checked = checkCredentials(
      roll,
      parsed.value.entries.map((entry) => entry.weight),
      issued,
    );
    if (!checked.ok) return checked;
    const byLink = new Set(roll.filter(({ channel }) => channel === "link").map(({ id }) => id));
    await updateRows(
      within,
      "roll_entries",
      issuedColumns,
      issued.map(({ rollEntryId, eligibilityTag, sealedVotingCode, accessKeyHash }) => ({
        id: rollEntryId,
        electionId,
        eligibilityTag,
        sealedVotingCode,
        // Security: whoever votes with an account alone has no second way in.
        accessKeyHash: byLink.has(rollEntryId) ? (accessKeyHash ?? null) : null,
      })),
    );
    await within.database.election.update({
      where: { id: electionId },
      data: {
        credentialsPayload,
        credentialAuthorityId: within.actor.kind === "person" ? within.actor.accountId : null,
      },
    });
    return ok({ fingerprint });
  });
}
