// What members of the demonstration object to, and what the commission answers and lets everybody read.
import { expectOk } from "#app/lib/result/index.ts";
import type { FileClaimInput } from "#app/modules/claims/index.server.ts";
import { fileClaim, proposeDecision, redactClaim } from "#app/modules/claims/index.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { SeededHouse } from "./demonstration-house.ts";
import { as, byTwo, memberNamed } from "./demonstration-house.ts";

/** The member's contact files it. */
export async function objectAs(
  house: SeededHouse,
  memberName: string,
  claim: Omit<FileClaimInput, "organizationId">,
): Promise<string> {
  const { organizationId, contact } = await memberNamed(house.context, memberName);
  return expectOk(await fileClaim(as(house, contact), { ...claim, organizationId })).claimId;
}

/** A commissioner publishes the text, with what stands between [[ and ]] struck out, and rejects the claim with a second one. */
export async function rejectClaim(
  house: SeededHouse,
  [commissioner, second]: readonly [PersonActor, PersonActor],
  { claimId, marked, reasons }: { readonly claimId: string; readonly marked: string; readonly reasons: string },
): Promise<void> {
  const context = as(house, commissioner);
  expectOk(await redactClaim(context, { claimId, publication: "published", marked }));
  const decided = proposeDecision(context, { claimId, decision: "rejected", reasons, declaresNoConflict: true });
  await byTwo(house, second, decided);
}
