// What a member enters: the entity and the one-time password that was mailed.
import { z } from "zod";

export const claimEntityInput = z.object({
  ownerId: z.string().trim().min(1, "problems.ownerIdMissing").max(60, "problems.tooLong"),
  password: z.string().trim().min(1, "problems.passwordMissing").max(100, "problems.tooLong"),
});
export type ClaimEntityInput = z.infer<typeof claimEntityInput>;
