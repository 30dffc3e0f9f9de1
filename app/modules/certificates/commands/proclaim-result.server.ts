// The interim result becomes the official one: two people, all claims answered, the needed conformities, the calendar come so far.
// The elected enter the register of office holders, and the commission and the staff are told.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { listAccountsWithRole } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { findProposal } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import { recordTerms } from "#app/modules/bodies/index.server.ts";
import { findElection, linkToResult } from "#app/modules/elections/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { obstaclesToProclaiming } from "../domain/obstacles.ts";
import { termsOfElected } from "../domain/terms-of-elected.ts";
import { certificateFacts, findCertificate } from "../queries/certificate.server.ts";
import { conformityHash } from "../queries/bundle.server.ts";
import { refreshBundleHash } from "./assemble-evidence.server.ts";

export const proclaimResult: ApprovableAct = {
  kind: "certificates:proclaim",
  mayPropose: ["commission"],
  mayApprove: ["commission"],
  async describe(context, { subjectId }) {
    const certificate = await findCertificate(context, subjectId);
    return [
      { field: "stage", before: certificate?.stage ?? null, after: "official" },
      { field: "evidence", before: null, after: certificate?.evidenceHash ?? null },
      { field: "conformity", before: null, after: await conformityHash(context, subjectId) },
    ];
  },
  async carryOut(within, { subjectId: electionId, proposalId }) {
    const now = within.clock.now();
    const certificate = await findCertificate(within, electionId);
    await recordAudit(within, {
      action: "certificates:proclaimed",
      subjectType: "election",
      subjectId: electionId,
      details: {
        evidence: certificate?.evidenceHash ?? "",
        conformity: await conformityHash(within, electionId),
      },
    });
    const [obstacle] = obstaclesToProclaiming(await certificateFacts(within, electionId));
    if (obstacle !== undefined) return refuse(obstacle);
    if (certificate === undefined) return refuse("NO_RESULT");
    const proposal = await findProposal(within, proposalId);
    const approver = within.actor.kind === "person" ? within.actor.name : within.actor.kind;
    await within.database.certificate.update({
      where: { electionId },
      data: { officialAt: now, proposedBy: proposal?.proposedByName ?? "", approvedBy: approver },
    });
    await refreshBundleHash(within, electionId);
    const recorded = await recordElected(within, electionId);
    if (!recorded.ok) return recorded;
    await tellOfficialResult(within, electionId);
    return ok(undefined);
  },
};

async function recordElected(within: ContextWithin, electionId: string): Promise<Result<void, Refusal>> {
  const certificate = await findCertificate(within, electionId);
  const election = await findElection(within, electionId);
  if (certificate === undefined || election === undefined) return ok(undefined);
  // Why the product itself: the commission proclaims, and who is in office follows from it by rule.
  const byRule: ContextWithin = { ...within, actor: { kind: "system", name: "certificates" } };
  for (const { bodyKey, holders } of termsOfElected({ ...certificate, closesAt: new Date(election.closesAt) })) {
    const recorded = await recordTerms(byRule, { bodyKey, holders });
    if (!recorded.ok) return recorded;
  }
  return ok(undefined);
}

async function tellOfficialResult(within: ContextWithin, electionId: string): Promise<void> {
  const election = await findElection(within, electionId);
  const people = new Map(
    [...(await listAccountsWithRole(within, "commission")), ...(await listAccountsWithRole(within, "staff"))].map(
      (account) => [account.accountId, account],
    ),
  );
  for (const { accountId, email, name, language } of people.values()) {
    await sendMail(within, {
      template: "certificates/official-result",
      to: { address: email, name, language },
      properties: {
        electionTitle: election === undefined ? "" : inLanguage(election.title, language),
        link: `${within.settings.baseUrl}${linkToResult(electionId)}`,
      },
      deduplication: `certificates/official-result/${electionId}/${accountId}`,
      subject: { type: "election", id: electionId },
    });
  }
}
