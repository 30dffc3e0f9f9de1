// Saves the candidate's texts: biography and links, and a new version of the answers to the questionnaire.
// Privacy: drafts are the candidate's own, so the log keeps that something changed and how long it is, not the words.
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { changesBetween, recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { lengthOf } from "../domain/file-limits.ts";
import { readAnswers } from "../domain/questionnaire.ts";
import { getCallOf } from "../queries/call.server.ts";
import { answersOf, questionnaireOf } from "../queries/questionnaire.server.ts";
import type { FileRefusal } from "./open-file.server.ts";
import { openFile } from "./open-file.server.ts";
import type { BiographyInput } from "./save-file.input.ts";

/** Saves the biography and the links as they are now. Saving the same again changes nothing. */
export async function saveBiography(
  context: PersonContext,
  { candidacyId, links, ...biography }: BiographyInput & { readonly candidacyId: string },
): Promise<Result<{ readonly isChanged: boolean }, FileRefusal>> {
  return inTransaction<Result<{ readonly isChanged: boolean }, FileRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const file = await openFile(within, context.actor, candidacyId);
    if (!file.ok) return file;
    const { biography: before, links: linksBefore } = file.value;
    const isChanged =
      JSON.stringify([{ ...before }, linksBefore]) !== JSON.stringify([{ ...before, ...biography }, links]);
    if (!isChanged) return ok({ isChanged });
    await recordAudit(within, {
      action: "candidacies:biography-saved",
      subjectType: "candidacy",
      subjectId: candidacyId,
      changes: changesBetween(
        { ...lengths(before), links: linksBefore.join(" ") },
        { ...lengths(biography), links: links.join(" ") },
      ),
    });
    await within.database.candidacy.update({
      where: { id: candidacyId },
      data: { biography: { es: biography.es, en: biography.en, pt: biography.pt }, links },
    });
    return ok({ isChanged });
  });
}

function lengths({ es, en, pt }: { readonly es: string; readonly en: string; readonly pt: string }) {
  return { "biography.es": lengthOf(es), "biography.en": lengthOf(en), "biography.pt": lengthOf(pt) };
}

export type SaveAnswersRefusal = FileRefusal | Refusal<"ANSWER_TOO_LONG">;

/** Writes a new version of the answers if they differ from the newest; earlier versions stay. */
export async function saveAnswers(
  context: PersonContext,
  { candidacyId, typed }: { readonly candidacyId: string; readonly typed: Readonly<Record<string, string>> },
): Promise<Result<{ readonly version: number }, SaveAnswersRefusal>> {
  return inTransaction<Result<{ readonly version: number }, SaveAnswersRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const file = await openFile(within, context.actor, candidacyId);
    if (!file.ok) return file;
    const { contest } = await getCallOf(within, file.value);
    const { document } = await questionnaireOf(within, contest);
    const { answers, tooLong } = readAnswers(document, typed);
    const [first] = tooLong;
    if (first !== undefined) return refuse("ANSWER_TOO_LONG", { key: first });
    const before = await answersOf(within, candidacyId);
    // Why canonical: PostgreSQL keeps the fields of JSON in an order of its own.
    const isSame = canonicalJson({ ...before.answers }) === canonicalJson({ ...answers });
    if (isSame) return ok({ version: before.version });
    const version = before.version + 1;
    await recordAudit(within, {
      action: "candidacies:answers-saved",
      subjectType: "candidacy",
      subjectId: candidacyId,
      changes: [{ field: "version", before: before.version, after: version }],
    });
    await within.database.questionnaireAnswers.create({
      data: { candidacyId, version, answers, savedAt: within.clock.now() },
    });
    return ok({ version });
  });
}
