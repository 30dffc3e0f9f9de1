// The mails about a claim: the receipt, the word to the commission that something has come in, and the decision.
import { getAccount, listAccountsWithRole } from "#app/modules/accounts/index.server.ts";
import {
  findElection,
  findLinkVoterOfEntry,
  linkToClaims,
  linkToClaimsDesk,
  linkToOpenRoll,
  linkToOwnClaims,
} from "#app/modules/elections/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { defaultLanguage, inLanguage, isLanguage } from "#app/platform/language/languages.ts";
import type { Language } from "#app/platform/language/languages.ts";

/** What the mails need of a claim. */
export interface MailedClaim {
  readonly id: string;
  readonly electionId: string;
  readonly number: number;
  readonly kind: string;
  readonly organizationName: string;
  readonly filedBy: string;
  /** Of a voter without an account. */
  readonly rollEntryId: string | null;
  readonly rollHolder: number;
  readonly filedByEmail: string;
  readonly filedByName: string;
  readonly language: string;
  readonly filedAt: Date;
}

/** The number and what happens next, to who filed it, in the language of the claim. */
export async function mailReceipt(within: ContextWithin, claim: MailedClaim, decideBy: string | null): Promise<void> {
  await mailClaimant(within, claim, "claims/claim-received", {
    filedAt: claim.filedAt.toISOString(),
    decideBy,
  });
}

/** The decision with its reasons. */
export async function mailDecision(
  within: ContextWithin,
  claim: MailedClaim,
  { outcome, reasons }: { readonly outcome: "upheld" | "rejected"; readonly reasons: string },
): Promise<void> {
  await mailClaimant(within, claim, "claims/claim-decided", {
    outcome,
    reasons,
  });
}

async function mailClaimant(
  within: ContextWithin,
  claim: MailedClaim,
  template: string,
  properties: Readonly<Record<string, string | null>>,
): Promise<void> {
  const claimant = await findClaimant(within, claim);
  // Why nothing: the address of a voter without an account is erased with the roll.
  if (claimant === undefined) return;
  const { email, name, path } = claimant;
  const language = languageOf(claim);
  await sendMail(within, {
    template,
    to: { address: email, name, language },
    properties: {
      ...properties,
      ...(await namesOf(within, claim, language)),
      url: `${within.settings.baseUrl}${path}`,
    },
    deduplication: `${template}/${claim.id}`,
    subject: { type: "claim", id: claim.id },
  });
}

/** Who filed it, and the page on which she finds it. */
async function findClaimant(within: ContextWithin, claim: MailedClaim) {
  const { electionId, filedBy, rollEntryId, rollHolder, filedByEmail, filedByName } = claim;
  if (rollEntryId === null) return { ...(await getAccount(within, filedBy)), path: linkToOwnClaims(electionId) };
  const voter = await findLinkVoterOfEntry(within, rollEntryId);
  if (voter === undefined) return undefined;
  const path = linkToOpenRoll(electionId);
  if (voter.holderNumber === rollHolder) return { email: voter.email, name: voter.contactName, path };
  // Privacy: who holds the entry now is not told what somebody before her objected to. Her code is over: the page that everybody reads is left.
  return filedByEmail === "" ? undefined : { email: filedByEmail, name: filedByName, path: linkToClaims(electionId) };
}

/** Every commissioner learns of a new claim at once. Privacy: without what it says and who filed it. */
export async function tellCommission(within: ContextWithin, claim: MailedClaim): Promise<void> {
  for (const { accountId, email, name, language } of await listAccountsWithRole(within, "commission")) {
    const { number, kind, electionTitle } = await namesOf(within, claim, language);
    await sendMail(within, {
      template: "claims/claim-awaits-commission",
      to: { address: email, name, language },
      properties: {
        number,
        kind,
        electionTitle,
        url: `${within.settings.baseUrl}${linkToClaimsDesk(claim.electionId)}`,
      },
      deduplication: `claims/claim-awaits-commission/${claim.id}/${accountId}`,
      subject: { type: "claim", id: claim.id },
    });
  }
}

async function namesOf(within: ContextWithin, claim: MailedClaim, language: Language) {
  const election = await findElection(within, claim.electionId);
  return {
    number: claim.number,
    kind: claim.kind,
    organizationName: claim.organizationName,
    electionTitle: election === undefined ? "" : inLanguage(election.title, language),
  };
}

function languageOf({ language }: MailedClaim): Language {
  return isLanguage(language) ? language : defaultLanguage;
}
