// The dress rehearsals of an election, the newest first, with what one person is asked to do in each.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { Part } from "../domain/parts.ts";

export interface DressRehearsalView {
  readonly id: string;
  readonly begunAt: string;
  readonly reportHash: string | null;
  readonly signatures: readonly { readonly name: string; readonly signedAt: string; readonly accountId: string }[];
  /** What the reader is asked to vote; null for who is no voter in it. */
  readonly part: Part | null;
}

export async function listDressRehearsals(
  context: ReadingContext,
  { electionId, accountId }: { readonly electionId: string; readonly accountId: string },
): Promise<DressRehearsalView[]> {
  const rows = await context.database.dressRehearsal.findMany({
    where: { electionId },
    orderBy: { begunAt: "desc" },
    include: { parts: { where: { accountId } }, signatures: { orderBy: { signedAt: "asc" } } },
  });
  return rows.map((row) => ({
    id: row.id,
    begunAt: row.begunAt.toISOString(),
    reportHash: row.reportHash,
    signatures: row.signatures.map(({ name, signedAt, accountId: signer }) => ({
      name,
      signedAt: signedAt.toISOString(),
      accountId: signer,
    })),
    part: (row.parts[0]?.choices as number[][] | undefined) ?? null,
  }));
}
