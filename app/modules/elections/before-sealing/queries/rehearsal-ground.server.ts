// On which ground an election would be sealed now: with these trustees, over the mail route of this installation.
import type { ReadingContext } from "#app/platform/context.server.ts";
import { rehearsalGroundHash } from "../domain/rehearsal-ground.ts";

export function rehearsalGroundNow(
  { settings: { smtpUrl, mailFrom } }: Pick<ReadingContext, "settings">,
  trustees: readonly { readonly accountId: string }[],
): string {
  const trusteeAccountIds = trustees.map(({ accountId }) => accountId);
  return rehearsalGroundHash({ trusteeAccountIds, smtpUrl, mailFrom });
}
