// The words of a kind of mail for one election: as staff wrote them, or as they come with the product.
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { CampaignKind } from "../domain/campaign-kinds.ts";
import type { MailText, MailTexts } from "../domain/mail-text.ts";
import { mailTexts, placeholders, saySame } from "../domain/mail-text.ts";

export interface TextsOfKind {
  readonly texts: MailTexts;
  /** Null: nobody has changed the words that come with the product. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}

export async function findTexts(context: ReadingContext, electionId: string, kind: CampaignKind): Promise<TextsOfKind> {
  const row = await context.database.campaignText.findUnique({ where: { electionId_kind: { electionId, kind } } });
  if (row === null) return { texts: await defaultTexts(kind), changedBy: null, changedAt: null };
  return {
    texts: mailTexts.parse(row.texts),
    changedBy: row.changedBy,
    changedAt: row.changedAt.toISOString(),
  };
}

/** Whether somebody here wrote them: then more than ten readers need a second person (domain/words-of-one.ts). */
export async function areOwnWords(kind: CampaignKind, texts: MailTexts): Promise<boolean> {
  return kind === "free-notice" || !saySame(texts, await defaultTexts(kind));
}

// Why each placeholder is filled with itself: the sentence comes out as staff write it.
const themselves = Object.fromEntries(placeholders.map((name) => [name, `{${name}}`]));

export async function defaultTexts(kind: CampaignKind): Promise<MailTexts> {
  const textIn = async (language: Language): Promise<MailText> => {
    const t = await sentencesFor(language, "campaigns");
    return { subject: t(`texts.${kind}.subject`, themselves), body: t(`texts.${kind}.body`, themselves) };
  };
  return { es: await textIn("es"), en: await textIn("en"), pt: await textIn("pt") };
}
