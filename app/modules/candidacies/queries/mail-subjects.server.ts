// What the mails of an election's candidacies are about: for whoever stops them, or asks to whom they went.
import type { MailSubject } from "#app/modules/notifications/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export async function candidacyMailSubjects(context: ReadingContext, electionId: string): Promise<MailSubject[]> {
  const rows = await context.database.candidacy.findMany({ where: { electionId }, select: { id: true } });
  return rows.map(({ id }) => ({ type: "candidacy", id }));
}
