// The account of the person who is proposed, by the e-mail address; a new one where nobody has it.
import { expectOk } from "#app/lib/result/index.ts";
import { createAccountWithin, findAccountsByEmail } from "#app/modules/accounts/index.server.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { isSameName } from "../domain/call-contest.ts";

export interface Nominee {
  readonly accountId: string;
  readonly isNew: boolean;
}

/** Several people may share an address: then the one of this name is meant, otherwise a new account is made. */
export async function findOrCreateNominee(
  within: ContextWithin,
  { name, email, language }: { readonly name: string; readonly email: string; readonly language: Language },
): Promise<Nominee> {
  const found = (await findAccountsByEmail(within, email, 50)).filter(({ isActive }) => isActive);
  const [only] = found;
  const named = found.find((account) => isSameName(account.name, name));
  const meant = named ?? (found.length === 1 ? only : undefined);
  if (meant !== undefined) return { accountId: meant.accountId, isNew: false };
  const created = expectOk(await createAccountWithin(within, { name, email, language }));
  return { accountId: created.accountId, isNew: true };
}
