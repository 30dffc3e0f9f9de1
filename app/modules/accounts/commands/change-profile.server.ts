// A person changes their own name, language and e-mail address.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { changesBetween, recordAudit } from "#app/modules/audit-log/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import type { PersonContext } from "../domain/person.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { getAccount } from "../queries/accounts.server.ts";

/** Changes the name and the language in which pages and mails speak. */
export async function changeProfile(
  context: PersonContext,
  wish: { readonly name: string; readonly language: Language },
): Promise<void> {
  const { accountId } = context.actor;
  const { name, language } = await getAccount(context, accountId);
  const changes = changesBetween({ name, language }, { ...wish });
  if (changes.length === 0) return;
  await inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "accounts:profile-changed",
      subjectType: "account",
      subjectId: accountId,
      changes,
    });
    await within.database.account.update({ where: { id: accountId }, data: wish });
    return ok(undefined);
  });
}

/** What other modules do when a person's address is another one: app/reactions.server.ts. */
export type TellOthers = (
  within: ContextWithin,
  person: { readonly accountId: string; readonly name: string; readonly userId: string },
) => Promise<void>;

/**
 * Changes the e-mail address and tells both addresses, and whoever else `tellOthers` knows, in the same transaction. Links mailed to the old address stop working.
 * The route asks for a fresh proof before. Source: ASVS 5.0 §7.5.1, §6.3.7.
 */
export async function changeEmail(
  context: PersonContext,
  newEmail: string,
  tellOthers: TellOthers,
): Promise<Result<void, Refusal<"EMAIL_UNCHANGED">>> {
  const { accountId } = context.actor;
  const { email, name, language, userId } = await getAccount(context, accountId);
  if (newEmail === email) return refuse("EMAIL_UNCHANGED");
  return inTransaction(context, async (within) => {
    await recordAudit(within, {
      action: "accounts:email-changed",
      subjectType: "account",
      subjectId: accountId,
      changes: [{ field: "email", before: email, after: newEmail }],
    });
    await within.database.account.update({ where: { id: accountId }, data: { email: newEmail } });
    await within.database.passwordReset.deleteMany({ where: { accountId } });
    const act = randomIdentifier(within.random);
    for (const [which, address] of [
      ["old", email],
      ["new", newEmail],
    ] as const) {
      await sendMail(within, {
        template: "accounts/email-changed",
        to: { address, name, language },
        properties: { userId, oldEmail: email, newEmail, changedAt: within.clock.now().toISOString() },
        deduplication: `accounts/email-changed/${act}/${which}`,
        subject: { type: "account", id: accountId },
      });
    }
    await tellOthers(within, { accountId, name, userId });
    return ok(undefined);
  });
}
