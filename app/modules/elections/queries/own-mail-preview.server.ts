// A mail that leaves by itself as an invented voter will read it, with the election's own title and dates and no code of anybody.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import { previewLetter } from "#app/modules/notifications/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { codeFragment } from "../domain/code-mail.ts";
import type { OwnMail } from "../domain/own-mails.ts";
import { linkToBallotBox, linkToBooth, linkToConfirmContact, linkToOpenBooth, linkToOpenRoll } from "../links.ts";
import type { ElectionView } from "./elections.server.ts";

/** Security: of the form of the real ones and nobody's, so that a preview that is taken for a mail opens nothing. */
const examples = {
  code: "XXXXXX-XXXXXX-XXXXXX-XXXX",
  secondCode: "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX",
  tracker: "X".repeat(43),
};

const templates: Readonly<Record<OwnMail, string>> = {
  "contact-question": "elections/confirm-contact",
  "roll-entry": "elections/roll-entry",
  "voting-code": "elections/voting-code",
  "voting-code-by-link": "elections/voting-code",
  receipt: "elections/ballot-received",
};

type PreviewedElection = Pick<ElectionView, "id" | "title" | "isTest" | "rollDate" | "opensAt" | "closesAt">;

export async function previewOwnMail(
  context: ReadingContext,
  election: PreviewedElection,
  wish: { readonly mail: OwnMail; readonly language: Language },
): Promise<{ readonly subject: string; readonly text: string; readonly html: string }> {
  const stages = await findStages(context, election.id);
  const claims = stages.find(({ kind }) => kind === "roll-claims")?.closesAt ?? null;
  const properties: Record<string, Json> = {
    toAddress: "reader@example.org",
    toName: "Rosa Ejemplo",
    isTest: election.isTest,
    organizationName: "Red Ejemplo",
    electionTitle: inLanguage(election.title, wish.language),
    votes: 3,
    opensAt: election.opensAt,
    closesAt: election.closesAt,
    ...ownPart(context.settings.baseUrl, election, wish.mail),
    ...(wish.mail === "roll-entry" ? { claimsUntil: claims?.toISOString() ?? null } : {}),
  };
  return previewLetter(context, templates[wish.mail], wish.language, properties);
}

/** What only this mail has. */
function ownPart(baseUrl: string, { id, rollDate }: PreviewedElection, mail: OwnMail): Record<string, Json> {
  const { code, secondCode, tracker } = examples;
  const rollEntryId = "example";
  switch (mail) {
    case "contact-question":
      return { rollDate: `${rollDate}T00:00:00.000Z`, isAgain: false, url: `${baseUrl}${linkToConfirmContact()}` };
    case "roll-entry":
      return { code: secondCode, link: `${baseUrl}${linkToOpenRoll(id)}#second=${secondCode}` };
    case "voting-code":
      return {
        code,
        link: `${baseUrl}${linkToBooth(id)}${codeFragment({ code, rollEntryId, secondCode: undefined })}`,
      };
    case "voting-code-by-link":
      return {
        ...{ code, secondCode },
        link: `${baseUrl}${linkToOpenBooth(id)}${codeFragment({ code, rollEntryId, secondCode })}`,
      };
    case "receipt":
      return { tracker, boxLink: `${baseUrl}${linkToBallotBox(id, { tracker })}` };
  }
}
