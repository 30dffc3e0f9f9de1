// Another commissioner takes the seat of a trustee who cannot go on. Every share of the key was made for the old seats, so the ceremony
// begins anew for all: no certificate, polynomial, key or signature of before is taken any more. Source: ballot protocol §7 (threshold keys).
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { getAccount, listAccounts } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { clearCredentials } from "../../commands/clear-credentials.server.ts";
import type { LockedElection } from "../../commands/lock-election.server.ts";
import { hashOfCertificate } from "../../domain/certificate-hash.ts";
import { keysOf } from "../domain/void-keys.ts";
import { linkToCommissionDesk } from "../../links.ts";
import type { ActBeforeSealing } from "./decide-before-sealing.server.ts";
import { actBeforeSealing } from "./decide-before-sealing.server.ts";

export type TrusteeToReplace = { readonly trusteeIndex: number; readonly accountId: string };

export const replaceTrustee: ActBeforeSealing<TrusteeToReplace> = {
  kind: "elections:replace-trustee",
  decision: "trustee-replaced",
  async judge(context, election, { trusteeIndex, accountId }) {
    const { trustees } = election;
    const leaving = trustees.find(({ index }) => index === trusteeIndex);
    if (leaving === undefined) return refuse("TRUSTEE_UNKNOWN");
    if (trustees.some((trustee) => trustee.accountId === accountId)) return refuse("TRUSTEE_TWICE");
    const [coming] = await listAccounts(context, [accountId]);
    if (coming?.isActive !== true || !coming.roles.includes("commission"))
      return refuse("TRUSTEE_NOT_IN_COMMISSION", { name: coming?.name ?? "" });
    const made = trustees.flatMap(({ certificate }) => (certificate === null ? [] : [hashOfCertificate(certificate)]));
    return ok({
      changes: [
        { field: "trustee", before: leaving.name, after: coming.name },
        { field: "certificates", before: made.length, after: 0 },
      ],
      subject: {
        seat: trusteeIndex,
        left: leaving.name,
        came: coming.name,
        voidCertificates: made,
        voidKeys: keysInUse(election),
      },
    });
  },
  write: beginAnew,
  tell,
};

export const replaceTrusteeAct = actBeforeSealing(replaceTrustee);

function keysInUse({ group, trustees, trusteeThreshold: threshold }: LockedElection): string[] {
  return trustees.flatMap(({ index, certificate, shareRecipient }) =>
    certificate === null
      ? []
      : keysOf({ group: group as GroupName, size: trustees.length, threshold, index }, { certificate, shareRecipient }),
  );
}

const noMessages = {
  ...{ certificate: null, shareRecipient: null, polynomial: null, verificationKey: null },
  ...{ rehearsal: null, rehearsedAt: null },
};

async function beginAnew(within: ContextWithin, election: LockedElection, wish: TrusteeToReplace): Promise<void> {
  const electionId = election.id;
  const { accountId, name } = await getAccount(within, wish.accountId);
  const leaving = election.trustees.find(({ index }) => index === wish.trusteeIndex);
  for (const { id, index } of election.trustees)
    await within.database.trustee.update({
      where: { id },
      data: {
        ...noMessages,
        sealedShares: [],
        ...(index === wish.trusteeIndex ? { accountId, name } : {}),
      },
    });
  await within.database.election.update({
    where: { id: electionId },
    data: { trusteesPayload: null, rehearsalPayload: null, rehearsalNumber: null },
  });
  // Why: what was signed with a key of before is no signature of the seats any more.
  await within.database.rollSignature.deleteMany({ where: { electionId } });
  // Why: the list of codes is in the hands of who made it, and she may be the one who cannot go on.
  if (election.credentialAuthorityId === leaving?.accountId) await clearCredentials(within, electionId);
}

/** Everybody who held a seat or holds one now: whoever was ready must begin anew. */
async function tell(
  within: ContextWithin,
  election: LockedElection,
  { payload, reason }: { readonly payload: TrusteeToReplace; readonly reason: string },
): Promise<void> {
  const before = election.trustees.find(({ index }) => index === payload.trusteeIndex);
  const came = await getAccount(within, payload.accountId);
  const people = await listAccounts(within, [...election.trustees.map(({ accountId }) => accountId), came.accountId]);
  for (const { accountId, email, name, language } of people)
    await sendMail(within, {
      template: "elections/trustee-replaced",
      to: { address: email, name, language },
      properties: {
        electionTitle: inLanguage(election.title as Trilingual, language),
        left: before?.name ?? "",
        came: came.name,
        reason,
        url: `${within.settings.baseUrl}${linkToCommissionDesk(election.id)}`,
      },
      deduplication: `elections/trustee-replaced/${election.id}/${within.clock.now().toISOString()}/${accountId}`,
      subject: { type: "election", id: election.id },
    });
}
