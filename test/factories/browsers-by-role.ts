// A browser for each kind of person who may come to a page: (await browsersByRole(given)).staff is the cookie that it sends.
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount, grantRole } from "#app/modules/accounts/index.server.ts";
import { hashToken } from "#app/modules/accounts/domain/tokens.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { roles } from "#app/platform/permissions/actor.ts";
import { aMailRoom } from "../commands/accounts/people.ts";
import type { Given } from "../setup/databases.ts";

export const readers = ["visitor", "member", ...roles] as const;
export type Reader = (typeof readers)[number];

/** All of them have given every proof that a door may ask for, just now. */
export async function browsersByRole(given: Given): Promise<Readonly<Record<Reader, string>>> {
  const context = given.context();
  await aMailRoom(context);
  const cookies: Record<string, string> = { visitor: "" };
  for (const [place, reader] of readers.entries()) {
    if (reader === "visitor") continue;
    const who = { userId: `WHO10${place}`, name: `Who Is ${reader}`, email: `${reader}@example.org` };
    const { accountId } = expectOk(await createAccount(context, { ...who, language: "es" }));
    if (reader !== "member") expectOk(await grantRole(context, { accountId, role: reader }));
    cookies[reader] = await aSignedInBrowser(given, accountId, `token of ${reader}`);
  }
  return cookies as Record<Reader, string>;
}

/** The cookie of a session of the account that has just been proved. */
export async function aSignedInBrowser(given: Given, accountId: string, token: string): Promise<string> {
  const at = given.clock.now();
  await given.database.session.create({
    data: {
      ...{ accountId, tokenHash: hashToken(token), device: "Firefox, Linux", createdAt: at, lastSeenAt: at },
      ...{ steppedUpAt: at, expiresAt: new Date(at.getTime() + 3_600_000) },
    },
  });
  return (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
}
