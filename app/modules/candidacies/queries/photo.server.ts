// The bytes of a candidate's picture.
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface Photo {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly isPublic: boolean;
  readonly accountId: string;
}

export async function findPhoto(context: ReadingContext, candidacyId: string): Promise<Photo | undefined> {
  const row = await context.database.candidacyPhoto.findUnique({
    where: { candidacyId },
    include: { candidacy: { select: { publishedAt: true, accountId: true } } },
  });
  if (row === null) return undefined;
  const { hash, bytes, candidacy } = row;
  return { hash, bytes, isPublic: candidacy.publishedAt !== null, accountId: candidacy.accountId };
}
