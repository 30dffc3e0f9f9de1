// Erases the files of candidacies that never stood: whatever became of them, also when nobody answered.
// That there was a candidacy, and the reasoned decision about it, stay.
import { ok } from "#app/lib/result/index.ts";
import { recordAudit } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";

/** Only the product itself; gives how many files were erased. */
export async function eraseUnpublishedFiles(
  context: Context,
  { electionId }: { readonly electionId: string },
): Promise<number> {
  if (context.actor.kind !== "system") throw new NotPermitted("candidacies:erase-files", context.actor);
  const rows = await context.database.candidacy.findMany({
    where: {
      electionId,
      publishedAt: null,
      email: { not: "" },
    },
    select: { id: true },
  });
  const candidacyId = { in: rows.map(({ id }) => id) };
  if (rows.length === 0) return 0;
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "candidacies:files-erased",
      subjectType: "election",
      subjectId: electionId,
      details: { candidacies: rows.length },
    });
    await within.database.candidacyPhoto.deleteMany({ where: { candidacyId } });
    await within.database.questionnaireAnswers.deleteMany({ where: { candidacyId } });
    await within.database.candidacy.updateMany({
      where: { id: candidacyId },
      data: {
        email: "",
        employer: "",
        employerGroup: "",
        citizenships: [],
        biography: { es: "", en: "", pt: "" },
        links: [],
      },
    });
    return ok(undefined);
  });
  return rows.length;
}
