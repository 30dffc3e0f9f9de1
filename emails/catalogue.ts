// Every mail of the product by its name. Only the mail room renders them.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "#app/platform/language/languages.ts";
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import { formatsIn } from "#app/platform/language/formats.ts";
import { emailChanged } from "./accounts/email-changed.ts";
import { passwordChanged } from "./accounts/password-changed.ts";
import { passwordReset } from "./accounts/password-reset.ts";
import { secondFactorChanged } from "./accounts/second-factor-changed.ts";
import { welcome } from "./accounts/welcome.ts";
import { candidacyDecided } from "./candidacies/candidacy-decided.ts";
import { endorsed } from "./candidacies/endorsed.ts";
import { endorsementAsked } from "./candidacies/endorsement-asked.ts";
import { nominated } from "./candidacies/nominated.ts";
import { nominationAnswered } from "./candidacies/nomination-answered.ts";
import { questionModerated } from "./candidacies/question-moderated.ts";
import { questionToAnswer } from "./candidacies/question-to-answer.ts";
import { alertRaised } from "./alerts/raised.ts";
import { proposalDecided } from "./approvals/decided.ts";
import { proposalWaiting } from "./approvals/waiting.ts";
import { officialResult } from "./certificates/official-result.ts";
import { termsLeft } from "./certificates/terms-left.ts";
import { campaignNotice } from "./campaigns/notice.ts";
import { claimAwaitsCommission } from "./claims/claim-awaits-commission.ts";
import { claimDecided } from "./claims/claim-decided.ts";
import { claimReceived } from "./claims/claim-received.ts";
import { addressMended } from "./elections/address-mended.ts";
import { assistedVote } from "./elections/assisted-vote.ts";
import { ballotReceived } from "./elections/ballot-received.ts";
import { codeReturned } from "./elections/code-returned.ts";
import { confirmContact } from "./elections/confirm-contact.ts";
import { contactCorrected } from "./elections/contact-corrected.ts";
import { electionCancelled } from "./elections/election-cancelled.ts";
import { contestDropped } from "./elections/contest-dropped.ts";
import { rollChanged } from "./elections/roll-changed.ts";
import { rollEntry } from "./elections/roll-entry.ts";
import { trusteeInvited } from "./elections/trustee-invited.ts";
import { trusteeReplaced } from "./elections/trustee-replaced.ts";
import { trusteeReminder } from "./elections/trustee-reminder.ts";
import { votingCode } from "./elections/voting-code.ts";
import type { LayoutProps } from "./layout.tsx";
import { Layout } from "./layout.tsx";
import type { Body, Template } from "./letter.ts";
import { legacyContactChanged } from "./legacy-claims/contact-changed.ts";
import { oneTimePassword } from "./legacy-claims/one-time-password.ts";
import { delegationChanged } from "./mandates/delegation-changed.ts";
import { contactAddressChanged } from "./organizations/contact-address-changed.ts";
import { contactChanged } from "./organizations/contact-changed.ts";
import { plainText } from "./plain-text.ts";
import { lameServer } from "./reverse-dns/lame-server.ts";
import { resourceContactChanged } from "./resources/contact-changed.ts";
import { holderChanged } from "./resources/holder-changed.ts";
import { customerContactNamed } from "./sub-assignments/contact-named.ts";

export const templates: Readonly<Record<string, Template>> = {
  "accounts/email-changed": emailChanged,
  "accounts/password-changed": passwordChanged,
  "accounts/password-reset": passwordReset,
  "accounts/second-factor-changed": secondFactorChanged,
  "accounts/welcome": welcome,
  "candidacies/candidacy-decided": candidacyDecided,
  "candidacies/endorsed": endorsed,
  "candidacies/endorsement-asked": endorsementAsked,
  "candidacies/nominated": nominated,
  "candidacies/nomination-answered": nominationAnswered,
  "candidacies/question-moderated": questionModerated,
  "candidacies/question-to-answer": questionToAnswer,
  "alerts/raised": alertRaised,
  "approvals/decided": proposalDecided,
  "approvals/waiting": proposalWaiting,
  "certificates/official-result": officialResult,
  "certificates/terms-left": termsLeft,
  "campaigns/notice": campaignNotice,
  "claims/claim-awaits-commission": claimAwaitsCommission,
  "claims/claim-decided": claimDecided,
  "claims/claim-received": claimReceived,
  "elections/address-mended": addressMended,
  "elections/assisted-vote": assistedVote,
  "elections/ballot-received": ballotReceived,
  "elections/code-returned": codeReturned,
  "elections/confirm-contact": confirmContact,
  "elections/contact-corrected": contactCorrected,
  "elections/contest-dropped": contestDropped,
  "elections/election-cancelled": electionCancelled,
  "elections/roll-changed": rollChanged,
  "elections/roll-entry": rollEntry,
  "elections/trustee-invited": trusteeInvited,
  "elections/trustee-reminder": trusteeReminder,
  "elections/trustee-replaced": trusteeReplaced,
  "elections/voting-code": votingCode,
  "legacy-claims/contact-changed": legacyContactChanged,
  "legacy-claims/one-time-password": oneTimePassword,
  "mandates/delegation-changed": delegationChanged,
  "reverse-dns/lame-server": lameServer,
  "organizations/contact-address-changed": contactAddressChanged,
  "organizations/contact-changed": contactChanged,
  "resources/contact-changed": resourceContactChanged,
  "resources/holder-changed": holderChanged,
  "sub-assignments/contact-named": customerContactNamed,
};

export interface House {
  /** Where the product is reached; every link of a mail leads there. */
  readonly baseUrl: string;
  readonly isDemonstration: boolean;
}

/** Writes the mail in the reader's language. Throws when the properties do not fit the template. */
export async function renderLetter(
  name: string,
  language: Language,
  properties: { readonly toName?: string; readonly isTest?: boolean },
  house: House,
): Promise<{ subject: string; text: string; html: string }> {
  const template = templates[name];
  if (template === undefined) throw new Error(`there is no mail template ${name}`);
  const t = await sentencesFor(language, "notifications");
  const body = template.write(properties, { t, formats: formatsIn(language) });
  requireOwnLinks(body, house);
  const marks = [...(house.isDemonstration ? ["demonstration"] : []), ...(properties.isTest === true ? ["test"] : [])];
  const layout: LayoutProps = {
    language,
    subject: body.subject,
    greeting: properties.toName ? t("mails.greeting", { name: properties.toName }) : t("mails.greetingNameless"),
    blocks: body.blocks,
    linkHint: t("mails.linkHint"),
    footer: [t("mails.recognise", { address: house.baseUrl }), t("mails.neverAsk"), t("mails.noReply")],
    ...(marks.length > 0 ? { banner: marks.map((mark) => t(`mails.${mark}`)).join(" ") } : {}),
  };
  return {
    subject: [...marks.map((mark) => `[${t(`mails.${mark}Mark`)}]`), body.subject].join(" "),
    text: plainText(layout),
    html: `<!doctype html>${renderToStaticMarkup(createElement(Layout, layout))}`,
  };
}

/** Security: a mail of ours never leads elsewhere, whoever sealed it. */
function requireOwnLinks(body: Body, { baseUrl }: House): void {
  for (const block of body.blocks) {
    if (block.kind === "button" && !block.href.startsWith(`${baseUrl}/`))
      throw new Error("a link of the mail leads elsewhere");
  }
}
