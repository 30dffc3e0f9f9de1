// Staff write the words of a kind of mail for one election. What cannot be filled, or leads elsewhere, is refused with its place.
import { z } from "zod";
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { changesBetween, recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { languages } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { campaignKinds } from "../domain/campaign-kinds.ts";
import type { MailTextRefusal, MailTexts } from "../domain/mail-text.ts";
import { checkTexts } from "../domain/mail-text.ts";
import { permissions } from "../module.ts";
import { findTexts } from "../queries/texts.server.ts";

const text = z.object({
  subject: z.string().transform((subject) => subject.trim()),
  body: z.string().transform((body) => body.replaceAll("\r\n", "\n").trim()),
});
export const writeTextsInput = z.object({
  electionId: z.string(),
  kind: z.enum(campaignKinds),
  texts: z.object({ es: text, en: text, pt: text }),
});

/** Saves the three languages together, so that they go on saying the same. */
export async function writeTexts(
  context: Context,
  input: z.input<typeof writeTextsInput>,
): Promise<Result<undefined, MailTextRefusal>> {
  requirePermission(context.actor, permissions, "campaigns:write");
  const { electionId, kind, texts } = writeTextsInput.parse(input);
  const checked = checkTexts(texts, context.settings.baseUrl);
  if (!checked.ok) return checked;
  const changedBy = context.actor.kind === "person" ? context.actor.name : context.actor.kind;
  return inTransaction(context, async (within) => {
    const before = await findTexts(within, electionId, kind);
    await recordAudit(within, {
      action: "campaigns:texts-written",
      subjectType: "election",
      subjectId: electionId,
      changes: changesBetween(fieldsOf(before.texts), fieldsOf(texts)),
      details: { kind },
    });
    const row = { texts, changedAt: within.clock.now(), changedBy };
    await within.database.campaignText.upsert({
      where: { electionId_kind: { electionId, kind } },
      create: { electionId, kind, ...row },
      update: row,
    });
    return ok(undefined);
  });
}

function fieldsOf(texts: MailTexts): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) => [
      [`${language}.subject`, texts[language].subject],
      [`${language}.body`, texts[language].body],
    ]),
  );
}
