// Changing, resetting and handing out passwords.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { changePassword } from "#app/modules/accounts/commands/change-password.server.ts";
import {
  findPasswordReset,
  inviteAccount,
  requestPasswordReset,
  resetPassword,
} from "#app/modules/accounts/commands/reset-password.server.ts";
import { signIn } from "#app/modules/accounts/commands/sign-in.server.ts";
import { createAccount, deactivateAccount, issueOneOffPassword } from "#app/modules/accounts/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import {
  aMailRoom,
  anEnrolledFactor,
  aPersonWithPassword,
  aSession,
  auditActions,
  aVisit,
  goodPassword,
  otherPassword,
  sessionOf,
} from "./people.ts";

describeOnEachDatabase("reset-password", (given) => {
  test("mails a link that replaces the password once and ends all sessions", async () => {
    const { context, maria, token } = await requested();
    await aSession(maria);
    expectOk(await resetPassword(context, { token, newPassword: otherPassword }));
    expect(await context.database.session.count()).toBe(0);
    expectOk(await signIn(context, { userId: "MAP193", password: otherPassword }, aVisit()));
    expect(await resetPassword(context, { token, newPassword: goodPassword })).toMatchObject({
      error: { code: "RESET_LINK_SPENT" },
    });
  });

  test("lets one of two simultaneous uses of a link through", async () => {
    const { context, token } = await requested();
    const uses = await Promise.all(
      [otherPassword, goodPassword].map((newPassword) => resetPassword(context, { token, newPassword })),
    );
    expect(uses.filter((use) => use.ok)).toHaveLength(1);
  });

  test("refuses the link after half an hour", async () => {
    const { context, token } = await requested();
    given.clock.set(new Date(context.clock.now().getTime() + 30 * 60_000 + 1));
    expect(await findPasswordReset(context, token)).toBeUndefined();
    expect(await resetPassword(context, { token, newPassword: otherPassword })).toMatchObject({
      error: { code: "RESET_LINK_SPENT" },
    });
  });

  test("opening the link does not use it up", async () => {
    const { context, token } = await requested();
    expect(await findPasswordReset(context, token)).toEqual({ userId: "MAP193" });
    expect(await findPasswordReset(context, token)).toEqual({ userId: "MAP193" });
  });

  test("never goes round the second factor", async () => {
    const { context, maria, token } = await requested();
    await anEnrolledFactor(maria);
    expectOk(await resetPassword(context, { token, newPassword: otherPassword }));
    expect(await context.database.session.count()).toBe(0);
    const outcome = expectOk(await signIn(context, { userId: "MAP193", password: otherPassword }, aVisit()));
    expect(outcome.kind).toBe("code-needed");
  });

  test("answers the same for a user ID that nobody has, and mails nothing", async () => {
    const context = given.context();
    await aMailRoom(context);
    expect(await requestPasswordReset(context, { person: "NOBODY7", address: "192.0.2.1" })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await context.database.outgoingMail.count()).toBe(0);
  });

  test("by e-mail address everybody who shares it gets a mail with the own user ID, however it is written; a part of one nobody", async () => {
    const context = given.context();
    const room = await aMailRoom(context);
    const { accountId, userId } = await aPersonWithPassword(context);
    const other = { name: "Marta Paz", email: "Maria.Paz@example.org", language: "en" } as const;
    const marta = expectOk(await createAccount(given.context(), other));
    for (const person of ["paz@example.org", "maria.paz@example.or", "@"])
      expectOk(await requestPasswordReset(context, { person, address: "192.0.2.1" }));
    expect(await room.mails()).toEqual([]);
    expectOk(await requestPasswordReset(context, { person: " MARIA.PAZ@example.org ", address: "192.0.2.1" }));
    const mailed = (await room.mails()).map(({ properties }) => properties["userId"]);
    expect(mailed.sort()).toEqual([userId, marta.userId].sort());
    await deactivateAccount(given.context(), accountId);
    given.clock.set(new Date(context.clock.now().getTime() + 5 * 60_000));
    expectOk(await requestPasswordReset(context, { person: "maria.paz@example.org", address: "192.0.2.1" }));
    expect((await room.mails()).map(({ properties }) => properties["userId"]).slice(2)).toEqual([marta.userId]);
  });

  test("by e-mail address reaches who has chosen a password, however many others have like addresses or were entered with hers", async () => {
    const context = given.context();
    const room = await aMailRoom(context);
    const { userId } = await aPersonWithPassword(context);
    const language = "en" as const;
    for (let number = 0; number < 20; number += 1) {
      expectOk(await createAccount(context, { name: "Ana", email: `ana${number}.maria.paz@example.org`, language }));
      expectOk(await createAccount(context, { name: "Ana", email: "maria.paz@example.org", language }));
    }
    expectOk(await requestPasswordReset(context, { person: "maria.paz@example.org", address: "192.0.2.1" }));
    const mailed = (await room.mails()).map(({ properties }) => properties["userId"]);
    expect(mailed).toHaveLength(20);
    expect(mailed).toContain(userId);
  });

  test("keeps neither the token nor the link readable anywhere", async () => {
    const { context, token } = await requested();
    const everything = JSON.stringify([
      await context.database.passwordReset.findMany(),
      await context.database.outgoingMail.findMany(),
      await context.database.auditEntry.findMany(),
    ]);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain("reset-password");
  });

  test("does not flood a mailbox: asked again at once it mails nothing more", async () => {
    const { context } = await requested();
    expectOk(await requestPasswordReset(context, { person: "MAP193", address: "198.51.100.7" }));
    expect(await context.database.outgoingMail.count()).toBe(1);
  });

  test("refuses a weak password and keeps the link for another try", async () => {
    const { context, token } = await requested();
    expect(await resetPassword(context, { token, newPassword: "MariaPaz2026!" })).toMatchObject({
      error: { code: "PASSWORD_NAMES_PERSON" },
    });
    expectOk(await resetPassword(context, { token, newPassword: otherPassword }));
  });

  test("an invitation lets somebody without password choose the first one", async () => {
    const context = given.context();
    const room = await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    await context.database.account.update({ where: { id: maria.accountId }, data: { passwordHash: null } });
    expectOk(await inviteAccount(context, maria.accountId));
    const [mail] = await room.mails();
    expect(mail?.row.template).toBe("accounts/welcome");
    expectOk(await resetPassword(context, { token: tokenIn(mail?.properties["link"]), newPassword: goodPassword }));
    expectOk(await signIn(context, { userId: "MAP193", password: goodPassword }, aVisit()));
  });

  test("who has a password already is not invited: no link that works for a week is made", async () => {
    const context = given.context();
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    expect(await inviteAccount(context, maria.accountId)).toMatchObject({ error: { code: "ACCOUNT_HAS_PASSWORD" } });
    expect(await context.database.passwordReset.count()).toBe(0);
    expect(await context.database.outgoingMail.count()).toBe(0);
  });

  async function requested() {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    const room = await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    expectOk(await requestPasswordReset(context, { person: "map193", address: "192.0.2.1" }));
    const [mail] = await room.mails();
    expect(mail?.row).toMatchObject({ template: "accounts/password-reset", toAddress: "maria.paz@example.org" });
    return { context, maria, token: tokenIn(mail?.properties["link"]) };
  }
});

describeOnEachDatabase("change-password", (given) => {
  test("needs the current password, ends the other sessions and tells the person", async () => {
    const context = given.context();
    const room = await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    await aSession(maria);
    const { sessionId, token } = await aSession(maria);
    const wrong = await changePassword(maria.context, {
      sessionId,
      currentPassword: "not this one",
      newPassword: otherPassword,
    });
    expect(wrong).toMatchObject({ error: { code: "CURRENT_PASSWORD_WRONG" } });
    const newToken = expectOk(
      await changePassword(maria.context, { sessionId, currentPassword: goodPassword, newPassword: otherPassword }),
    );
    expect(newToken).not.toBe(token);
    expect(await context.database.session.count()).toBe(1);
    expect((await room.mails()).map((mail) => mail.row.template)).toEqual(["accounts/password-changed"]);
    expect(await auditActions(context)).toContain("accounts:password-changed");
  });

  test.each([
    ["PASSWORD_TOO_SHORT", "corta"],
    ["PASSWORD_TOO_LONG", "larga ".repeat(60)],
    ["PASSWORD_COMMON", "qwertyuiop12"],
    ["PASSWORD_NAMES_PERSON", "map193-map193"],
    ["PASSWORD_UNCHANGED", goodPassword],
  ])("refuses with %s", async (code, newPassword) => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    const { sessionId } = await aSession(maria);
    const outcome = await changePassword(maria.context, { sessionId, currentPassword: goodPassword, newPassword });
    expect(outcome).toMatchObject({ ok: false, error: { code } });
  });

  test("a one-off password must be replaced, and cannot be kept", async () => {
    const context = given.context();
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    await aSession(maria);
    const oneOff = await issueOneOffPassword(context, maria.accountId);
    expect(await context.database.session.count()).toBe(0);
    const outcome = expectOk(await signIn(context, { userId: "MAP193", password: oneOff }, aVisit()));
    expect(outcome).toMatchObject({ kind: "signed-in", mustChangePassword: true });
    const { sessionId } = await sessionOf(maria, outcome);
    expect(await changePassword(maria.context, { sessionId, newPassword: oneOff })).toMatchObject({
      error: { code: "PASSWORD_UNCHANGED" },
    });
    expectOk(await changePassword(maria.context, { sessionId, newPassword: otherPassword }));
    expect(JSON.stringify(await context.database.auditEntry.findMany())).not.toContain(oneOff);
  });

  test("the person hears by mail that a one-off password was made, unless she is invented", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    await issueOneOffPassword(context, maria.accountId);
    expect(await context.database.outgoingMail.count(), "before a mail room has ever started").toBe(0);
    const room = await aMailRoom(context);
    await issueOneOffPassword(context, maria.accountId);
    expect((await room.mails()).map(({ row }) => [row.template, row.toAddress])).toEqual([
      ["accounts/password-changed", "maria.paz@example.org"],
    ]);
    await context.database.account.updateMany({ data: { isDemonstration: true } });
    await issueOneOffPassword(context, maria.accountId);
    expect(await room.mails()).toHaveLength(1);
  });

  test("only an administrator hands out one-off passwords", async () => {
    const maria = await aPersonWithPassword(given.context());
    await expect(issueOneOffPassword(maria.context, maria.accountId)).rejects.toThrow(NotPermitted);
  });

  test("refuses in a session that has ended", async () => {
    const context = given.context();
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    const { sessionId } = await aSession(maria);
    await context.database.session.deleteMany();
    const outcome = await changePassword(maria.context, {
      sessionId,
      currentPassword: goodPassword,
      newPassword: otherPassword,
    });
    expect(outcome).toMatchObject({ error: { code: "SESSION_OVER" } });
  });
});

/** Security: what a server is sent of the link, its path and query, must not be the secret. */
function tokenIn(link: unknown): string {
  const { pathname, search, hash } = new URL(String(link));
  expect(`${pathname}${search}`).toBe("/reset-password");
  return /^#token=([\w-]{43})$/.exec(hash)?.[1] ?? "";
}
