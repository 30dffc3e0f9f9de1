// What staff write about a block or AS number that is to have another holder or another status.
import { z } from "zod";
import { delegationStatuses } from "../domain/delegation.ts";

export const changeDelegationInput = z.object({
  /** The new holder's ownerid; empty: it stays. */
  holder: z.string().trim().max(100).default(""),
  status: z.enum(delegationStatuses, { message: "problems.statusMissing" }),
  reason: z.string().trim().min(10, { message: "problems.reasonShort" }).max(2000, { message: "problems.reasonLong" }),
  seen: z.string().max(200),
});
