// What the hostmaster's desk asks for.
import { z } from "zod";

function identifier(missing: string) {
  return z.string().trim().min(1, missing).max(60, "problems.tooLong");
}
const text = z.string().trim().max(1000, "problems.tooLong");

/** Why another name: the page has two forms, and a problem must show in the right one. */
export const markEntityInput = z
  .object({
    entityOwnerId: identifier("problems.ownerIdMissing"),
    receivedFrom: z.string().trim().min(1, "problems.receivedFromMissing").max(60, "problems.tooLong"),
    note: text.default(""),
  })
  .transform(({ entityOwnerId, ...rest }) => ({ ownerId: entityOwnerId, ...rest }));
export type MarkEntityInput = z.infer<typeof markEntityInput>;

export const openClaimInput = z.object({
  ownerId: identifier("problems.ownerIdMissing"),
  userId: identifier("problems.userIdMissing"),
  requestedBy: z.string().trim().min(1, "problems.requestedByMissing").max(200, "problems.tooLong"),
  evidence: text.min(1, "problems.evidenceMissing"),
});
export type OpenClaimInput = z.infer<typeof openClaimInput>;
