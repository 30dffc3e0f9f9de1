// Keeps the candidate's picture, drawn anew, or takes it away.
import { createHash } from "node:crypto";
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { PhotoRefusal } from "./draw-photo.server.ts";
import { drawPhoto } from "./draw-photo.server.ts";
import type { FileRefusal } from "./open-file.server.ts";
import { openFile } from "./open-file.server.ts";

/** Draws the picture outside the transaction, because that takes a while, and keeps it. */
export async function storePhoto(
  context: PersonContext,
  { candidacyId, uploaded }: { readonly candidacyId: string; readonly uploaded: Uint8Array },
): Promise<Result<{ readonly hash: string }, FileRefusal | PhotoRefusal>> {
  // Why asked twice: nobody has pictures drawn for a file that is not theirs or is closed.
  const open = await openFile(context, context.actor, candidacyId);
  if (!open.ok) return open;
  const drawn = await drawPhoto(uploaded);
  if (!drawn.ok) return drawn;
  const bytes = Buffer.from(drawn.value);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return inTransaction<Result<{ readonly hash: string }, FileRefusal>>(context, async (within) => {
    await takeWritersLock(within);
    const file = await openFile(within, context.actor, candidacyId);
    if (!file.ok) return file;
    await recordAudit(within, {
      action: "candidacies:photo-stored",
      subjectType: "candidacy",
      subjectId: candidacyId,
      changes: [{ field: "photo", before: file.value.photoHash, after: hash }],
    });
    const picture = { hash, bytes, changedAt: within.clock.now() };
    await within.database.candidacyPhoto.upsert({
      where: { candidacyId },
      create: { candidacyId, ...picture },
      update: picture,
    });
    return ok({ hash });
  });
}
