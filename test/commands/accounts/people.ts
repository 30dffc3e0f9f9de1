// People with accounts and passwords, for the tests of accounts.
import type { Context } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { signIn } from "#app/modules/accounts/commands/sign-in.server.ts";
import type { SignInOutcome } from "#app/modules/accounts/commands/sign-in.server.ts";
import { authenticatorCode, openAuthenticatorSecret } from "#app/modules/accounts/domain/authenticator.ts";
import { hashPassword } from "#app/modules/accounts/domain/passwords.ts";
import { hashToken } from "#app/modules/accounts/domain/tokens.ts";
import type { Visit } from "#app/modules/accounts/domain/visit.ts";
import { beginSecondFactor, confirmSecondFactor } from "#app/modules/accounts/commands/enrol-second-factor.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import { openSeal } from "#app/modules/notifications/domain/seal.ts";

export const goodPassword = "tres tristes tigres comen trigo";
export const otherPassword = "el mate de la tarde se enfria";

/** A browser somewhere. */
export function aVisit(wish: Partial<Visit> = {}): Visit {
  return { address: "192.0.2.10", device: "Firefox, Linux", knownAccountIds: [], ...wish };
}

export interface TestPerson {
  readonly accountId: string;
  readonly userId: string;
  readonly context: PersonContext;
}

let hashOfGoodPassword: Promise<string> | undefined;

/** Maria Paz (MAP193), who has a password. */
export async function aPersonWithPassword(context: Context, userId = "MAP193"): Promise<TestPerson> {
  const name = "María Paz";
  const created = expectOk(
    await createAccount(context, { userId, name, email: "maria.paz@example.org", language: "es" }),
  );
  hashOfGoodPassword ??= hashPassword(goodPassword);
  await context.database.account.update({
    where: { id: created.accountId },
    data: { passwordHash: await hashOfGoodPassword },
  });
  const actor = { kind: "person" as const, ...created, name, roles: [] };
  return { ...created, context: { ...withActor(context, actor), actor } };
}

/** Signs in and gives the session. */
export async function aSession(person: TestPerson, visit = aVisit()): Promise<{ token: string; sessionId: string }> {
  const outcome = expectOk(await signIn(person.context, { userId: person.userId, password: goodPassword }, visit));
  return sessionOf(person, outcome);
}

export async function sessionOf(
  person: TestPerson,
  outcome: SignInOutcome,
): Promise<{ token: string; sessionId: string }> {
  if (outcome.kind !== "signed-in") throw new Error("a code is needed");
  const { token } = outcome;
  const session = await person.context.database.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
  return { token, sessionId: session.id };
}

/** Turns the second factor on and gives the recovery codes. */
export async function anEnrolledFactor(person: TestPerson): Promise<string[]> {
  expectOk(await beginSecondFactor(person.context));
  return expectOk(await confirmSecondFactor(person.context, await codeNow(person)));
}

/** What the authenticator shows now. */
export async function codeNow({ context, accountId }: TestPerson): Promise<string> {
  const { totpSecret } = await context.database.account.findUniqueOrThrow({ where: { id: accountId } });
  const secret = openAuthenticatorSecret(context.settings.secret, accountId, totpSecret ?? "");
  return authenticatorCode(secret, context.clock.now());
}

/** Registers a mail room and gives a way to read the mails that wait. */
export async function aMailRoom(context: Context) {
  const identity = await registerMailRoom(context, { folder: context.settings.folder });
  return {
    identity,
    async mails() {
      const rows = await context.database.outgoingMail.findMany({ orderBy: { createdAt: "asc" } });
      return Promise.all(rows.map(async (row) => ({ row, properties: await openSeal(identity, row.sealed ?? "") })));
    },
  };
}

/** The actions of the audit log, oldest first. */
export async function auditActions(context: Context): Promise<string[]> {
  const rows = await context.database.auditEntry.findMany({ orderBy: { sequence: "asc" } });
  return rows.map((row) => row.action);
}
