// The interim result becomes the official one: two people, all claims answered, the needed conformities, the calendar come so far.
// The elected enter the register of office holders, and the commission and the staff are told.
import { err, ok, refuse } from "#app/lib/result/index.ts";
import { listAccountsWithRole } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { findProposal } from "#app/modules/approvals/index.server.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { TermLeft } from "#app/modules/bodies/index.server.ts";
import { recordElected } from "#app/modules/bodies/index.server.ts";
import { linkToBodyDesk } from "#app/modules/bodies/index.ts";
import type { ElectionView } from "#app/modules/elections/index.server.ts";
import { findElection, linkToResult, listAccountsOfCandidates } from "#app/modules/elections/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { firstRefusal, obstaclesToProclaiming } from "../domain/obstacles.ts";
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
    const certificate = await findCertificate(within, electionId);
    const facts = await certificateFacts(within, electionId);
    const obstacle = firstRefusal(obstaclesToProclaiming(facts), facts);
    if (obstacle !== undefined) return err(obstacle);
    if (certificate === undefined) return refuse("NO_RESULT");
    // Why after the facts: an auditor holds this moment against the end of the time for claims, which was looked at a moment before.
    const now = within.clock.now();
    await recordAudit(within, {
      action: "certificates:proclaimed",
      subjectType: "election",
      subjectId: electionId,
      details: {
        evidence: certificate.evidenceHash,
        conformity: await conformityHash(within, electionId),
        // Why beside the entry's own time: the clock goes on between the two, and an auditor compares to the millisecond.
        proclaimedAt: now.toISOString(),
      },
    });
    const proposal = await findProposal(within, proposalId);
    const approver = within.actor.kind === "person" ? within.actor.name : within.actor.kind;
    await within.database.certificate.update({
      where: { electionId },
      data: { officialAt: now, proposedBy: proposal?.proposedByName ?? "", approvedBy: approver },
    });
    await refreshBundleHash(within, electionId);
    await tellOfficialResult(within, electionId);
    await enterRegister(within, electionId);
    return ok(undefined);
  },
};

/** A result never waits for the register of office holders: what it cannot take, staff are told with the reason. */
async function enterRegister(within: ContextWithin, electionId: string): Promise<void> {
  const certificate = await findCertificate(within, electionId);
  const election = await findElection(within, electionId);
  if (certificate === undefined || election === undefined) return;
  // Why the product itself: the commission proclaims, and who is in office follows from it by rule.
  const byRule: ContextWithin = { ...within, actor: { kind: "system", name: "certificates" } };
  const accounts = await listAccountsOfCandidates(within, electionId);
  for (const terms of termsOfElected({ ...certificate, closesAt: new Date(election.closesAt) })) {
    const holders = terms.holders.map(({ candidate, ...holder }) => ({
      ...holder,
      accountId: accounts.get(`${candidate.contest}/${candidate.position}`) ?? null,
    }));
    const left = await recordElected(byRule, { electionId, ...terms, holders });
    if (left.length > 0) await tellTermsLeft(within, { election, bodyKey: terms.bodyKey, left });
  }
}

async function tellTermsLeft(
  within: ContextWithin,
  { election, bodyKey, left }: { election: ElectionView; bodyKey: string; left: readonly TermLeft[] },
): Promise<void> {
  for (const { accountId, email, name, language } of await listAccountsWithRole(within, "staff")) {
    await sendMail(within, {
      template: "certificates/terms-left",
      to: { address: email, name, language },
      properties: {
        electionTitle: inLanguage(election.title, language),
        left: left.map((one) => ({ name: one.name, code: one.code, details: { ...one.details } })),
        link: `${within.settings.baseUrl}${linkToBodyDesk(bodyKey)}`,
      },
      deduplication: `certificates/terms-left/${election.id}/${bodyKey}/${accountId}`,
      subject: { type: "election", id: election.id },
    });
  }
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
