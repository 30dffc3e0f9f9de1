// What one mail of a campaign is filled with: the words in the reader's language, and the button to the page that they are about.
import type { Json } from "#app/lib/canonical-json/index.ts";
import { findStages } from "#app/modules/calendars/index.server.ts";
import type { ElectionView } from "#app/modules/elections/index.server.ts";
import {
  linkToBooth,
  linkToClaims,
  linkToElection,
  linkToResult,
  linkToRoll,
} from "#app/modules/elections/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { formatsIn } from "#app/platform/language/formats.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { CampaignKind, KindRule } from "../domain/campaign-kinds.ts";
import { kindRules } from "../domain/campaign-kinds.ts";
import type { Reached } from "../domain/mail-groups.ts";
import type { MailTexts, PlaceholderValues } from "../domain/mail-text.ts";
import { fillText, paragraphsOf, withoutForeignLinks } from "../domain/mail-text.ts";

/** Security: no credential is in any of these addresses, and nothing is told of who follows them. */
const pageLinks: Record<KindRule["page"], (electionId: string) => string> = {
  election: linkToElection,
  roll: linkToRoll,
  claims: linkToClaims,
  vote: (electionId) => linkToBooth(electionId),
  result: linkToResult,
};

export interface NoticeParts {
  readonly election: ElectionView;
  readonly kind: CampaignKind;
  readonly texts: MailTexts;
  /** When the claims that it is about end, as the calendar says; null where it says nothing. */
  readonly claimsClose: Date | null;
}

/** What is the same in every mail of the campaign. */
export async function partsOf(
  context: ReadingContext,
  campaign: Omit<NoticeParts, "claimsClose">,
): Promise<NoticeParts> {
  const stages = await findStages(context, campaign.election.id);
  const claims = campaign.kind === "result-claims" ? "result-claims" : "roll-claims";
  return { ...campaign, claimsClose: stages.find(({ kind }) => kind === claims)?.closesAt ?? null };
}

/** The properties of the mail template for the entries of one address. */
export function composeNotice(
  context: Pick<ReadingContext, "settings">,
  { election, kind, texts, claimsClose }: NoticeParts,
  entries: readonly [Reached, ...Reached[]],
  language: Language = entries[0].language,
): Record<string, Json> {
  const formats = formatsIn(language);
  const values: PlaceholderValues = {
    name: entries[0].contactName,
    organizations: formats.list(entries.map(({ organizationName }) => organizationName)),
    votes: formats.number(entries.reduce((sum, { votes }) => sum + votes, 0)),
    election: inLanguage(election.title, language),
    opens: formats.moment(new Date(election.opensAt)),
    closes: formats.moment(new Date(election.closesAt)),
    claimsClose: claimsClose === null ? "" : formats.moment(claimsClose),
  };
  const { baseUrl } = context.settings;
  const fill = (text: string) => withoutForeignLinks(fillText(text, values), baseUrl);
  return {
    isTest: election.isTest,
    subject: fill(texts[language].subject),
    paragraphs: paragraphsOf(texts[language].body)
      // Why: a paragraph about a date that nobody has set would end in nothing.
      .filter((paragraph) => values.claimsClose !== "" || !paragraph.includes("{claimsClose}"))
      .map(fill),
    organizations: entries.map(
      ({ organizationName, organizationHandle }) => `${organizationName} (${organizationHandle})`,
    ),
    page: kindRules[kind].page,
    url: `${baseUrl}${pageLinks[kindRules[kind].page](election.id)}`,
  };
}
