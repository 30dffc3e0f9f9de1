// Signing in: who gets in, who does not, and that nobody can be locked out.
import { expect, test } from "vitest";
import { completeSignIn, signIn } from "#app/modules/accounts/commands/sign-in.server.ts";
import { deactivateAccount, findViewer } from "#app/modules/accounts/index.server.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import {
  aMailRoom,
  anEnrolledFactor,
  aPersonWithPassword,
  aSession,
  auditActions,
  aVisit,
  codeNow,
  goodPassword,
  sessionOf,
} from "./people.ts";

describeOnEachDatabase("sign-in", (given) => {
  test("accepts the right user ID and password, however the user ID was typed, and audits it", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    const outcome = expectOk(await signIn(context, { userId: " map193 ", password: goodPassword }, aVisit()));
    expect(outcome).toMatchObject({ kind: "signed-in", accountId: maria.accountId, mustChangePassword: false });
    expect(await auditActions(context)).toContain("accounts:signed-in");
  });

  test("keeps only the hash of the session's token", async () => {
    const context = given.context();
    const { token } = await aSession(await aPersonWithPassword(context));
    expect(JSON.stringify(await context.database.session.findMany())).not.toContain(token);
    expect(JSON.stringify(await context.database.auditEntry.findMany())).not.toContain(token);
  });

  test("refuses a wrong password, an unknown user ID, an account without password and a deactivated one with the same code", async () => {
    const context = given.context();
    const { accountId } = await aPersonWithPassword(context);
    await context.database.account.create({
      data: { userId: "SIN1", name: "Sin Clave", email: "sin@example.org", createdAt: context.clock.now() },
    });
    const refusals = [
      await signIn(context, { userId: "MAP193", password: "not the password" }, aVisit()),
      await signIn(context, { userId: "NOBODY7", password: goodPassword }, aVisit()),
      await signIn(context, { userId: "SIN1", password: "" }, aVisit()),
    ];
    await deactivateAccount(context, accountId);
    refusals.push(await signIn(context, { userId: "MAP193", password: goodPassword }, aVisit()));
    for (const refusal of refusals) expect(refusal).toEqual({ ok: false, error: { code: "SIGN_IN_REFUSED" } });
    expect((await auditActions(context)).filter((action) => action === "accounts:sign-in-failed")).toHaveLength(4);
  });

  test("does not write into the log what was typed as a user ID that nobody has", async () => {
    const context = given.context();
    expect((await signIn(context, { userId: goodPassword, password: "" }, aVisit())).ok).toBe(false);
    expect(JSON.stringify(await context.database.auditEntry.findMany()).toLowerCase()).not.toContain("tigres");
  });

  test("makes an attacker wait longer and longer, and says how long", async () => {
    const context = given.context();
    await aPersonWithPassword(context);
    const attack = () =>
      signIn(context, { userId: "MAP193", password: "guess guess guess" }, aVisit({ address: "203.0.113.66" }));
    for (let attempt = 0; attempt < 6; attempt += 1)
      expect(await attack()).toMatchObject({ error: { code: "SIGN_IN_REFUSED" } });
    const refusal = await attack();
    expect(refusal).toMatchObject({ ok: false, error: { code: "TOO_MANY_ATTEMPTS" } });
    const seconds = refusal.ok ? 0 : Number("details" in refusal.error ? refusal.error.details?.["seconds"] : 0);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(15);
  });

  test("lets the real person in from elsewhere while an attacker hammers at the user ID", async () => {
    const context = given.context();
    await aPersonWithPassword(context);
    for (let attempt = 0; attempt < 12; attempt += 1) {
      expect(
        (
          await signIn(
            context,
            { userId: "MAP193", password: "guess guess guess" },
            aVisit({ address: "203.0.113.66" }),
          )
        ).ok,
      ).toBe(false);
    }
    expectOk(await signIn(context, { userId: "MAP193", password: goodPassword }, aVisit()));
  });

  test("lets the real person in from the attacker's own network in a browser that is known", async () => {
    const context = given.context();
    const { accountId } = await aPersonWithPassword(context);
    for (let attempt = 0; attempt < 12; attempt += 1) {
      expect((await signIn(context, { userId: "MAP193", password: "guess" }, aVisit())).ok).toBe(false);
    }
    expect(await signIn(context, { userId: "MAP193", password: goodPassword }, aVisit())).toMatchObject({
      error: { code: "TOO_MANY_ATTEMPTS" },
    });
    const known = aVisit({ deviceId: "browser-of-maria", knownAccountIds: [accountId] });
    expectOk(await signIn(context, { userId: "MAP193", password: goodPassword }, known));
  });

  test("lets one through of many attempts at the same moment beyond the free ones", async () => {
    const context = given.context();
    await aPersonWithPassword(context);
    const attack = () => signIn(context, { userId: "MAP193", password: "guess guess guess" }, aVisit());
    const outcomes = await Promise.all(Array.from({ length: 12 }, attack));
    const tried = outcomes.filter((outcome) => !outcome.ok && outcome.error.code === "SIGN_IN_REFUSED");
    expect(tried.length).toBeLessThanOrEqual(6);
  });

  test("ends the sessions of a deactivated account at once", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    const { token } = await aSession(maria);
    expect(await findViewer(context, await requestWith(token))).toMatchObject({ userId: "MAP193" });
    await deactivateAccount(context, maria.accountId);
    expect(await findViewer(context, await requestWith(token))).toBeNull();
  });

  test("ends a session that was idle for twelve hours, and every session after seven days", async () => {
    const context = given.context({ now: "2026-03-02T08:00:00Z" });
    const maria = await aPersonWithPassword(context);
    const { token } = await aSession(maria);
    for (let hour = 8; hour < 8 + 7 * 24 - 1; hour += 11) {
      given.clock.set(new Date(Date.UTC(2026, 2, 2, hour)));
      expect(await findViewer(context, await requestWith(token))).not.toBeNull();
    }
    given.clock.set(new Date("2026-03-09T08:00:01Z"));
    expect(await findViewer(context, await requestWith(token))).toBeNull();
    const second = await aSession(maria);
    given.clock.set(new Date("2026-03-09T20:00:02Z"));
    expect(await findViewer(context, await requestWith(second.token))).toBeNull();
  });

  test("a new sign-in in the same browser ends the session that it had", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    const { token } = await aSession(maria);
    await aSession(maria, aVisit({ previousToken: token }));
    expect(await findViewer(context, await requestWith(token))).toBeNull();
    expect(await context.database.session.count()).toBe(1);
  });
});

describeOnEachDatabase("sign-in with a second factor", (given) => {
  test("asks for a code after the password, and starts no session before", async () => {
    const context = given.context();
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    await anEnrolledFactor(maria);
    const outcome = expectOk(await signIn(context, { userId: "MAP193", password: goodPassword }, aVisit()));
    expect(outcome.kind).toBe("code-needed");
    expect(await context.database.session.count()).toBe(0);
  });

  test("accepts each code of the authenticator once, also of two browsers at the same moment", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    const { maria, ticket } = await half(context);
    given.clock.set(new Date("2026-03-02T15:01:00Z"));
    const code = await codeNow(maria);
    const outcomes = await Promise.all([1, 2].map(() => completeSignIn(context, { ticket, code }, aVisit())));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await completeSignIn(context, { ticket, code }, aVisit())).toMatchObject({
      error: { code: "CODE_REFUSED" },
    });
  });

  test("accepts the code of the last and of the next half minute, and none that is older", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    const { maria, ticket } = await half(context);
    given.clock.set(new Date("2026-03-02T15:02:00Z"));
    const early = await codeNow(maria);
    given.clock.set(new Date("2026-03-02T15:03:00Z"));
    const late = await codeNow(maria);
    expect(await completeSignIn(context, { ticket, code: early }, aVisit())).toMatchObject({
      error: { code: "CODE_REFUSED" },
    });
    given.clock.set(new Date("2026-03-02T15:03:30Z"));
    expect((await completeSignIn(context, { ticket, code: late }, aVisit())).ok).toBe(true);
  });

  test("accepts each recovery code once, however it was typed", async () => {
    const context = given.context();
    const { codes, ticket } = await half(context);
    const [first = ""] = codes;
    expect((await completeSignIn(context, { ticket, code: first.toLowerCase().replace("-", " ") }, aVisit())).ok).toBe(
      true,
    );
    expect(await completeSignIn(context, { ticket, code: first }, aVisit())).toMatchObject({
      error: { code: "CODE_REFUSED" },
    });
    expect(await auditActions(context)).toContain("accounts:recovery-code-used");
    expect(JSON.stringify(await context.database.recoveryCode.findMany())).not.toContain(first.replace("-", ""));
  });

  test("makes wrong codes wait, even when the right password is given in between", async () => {
    const context = given.context();
    await half(context);
    const outcomes = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const outcome = expectOk(await signIn(context, { userId: "MAP193", password: goodPassword }, aVisit()));
      if (outcome.kind !== "code-needed") throw new Error("no code was asked for");
      outcomes.push(await completeSignIn(context, { ticket: outcome.ticket, code: "000000" }, aVisit()));
    }
    expect(outcomes.at(0)).toMatchObject({ error: { code: "CODE_REFUSED" } });
    expect(outcomes.at(-1)).toMatchObject({ error: { code: "TOO_MANY_ATTEMPTS" } });
  });

  test("makes guesses from many networks wait together, because they are about one account", async () => {
    const context = given.context();
    const { ticket } = await half(context);
    const outcomes = [];
    for (let network = 1; network <= 12; network += 1) {
      const visit = aVisit({ address: `198.51.${network}.1` });
      outcomes.push(await completeSignIn(context, { ticket, code: "000000" }, visit));
    }
    for (const outcome of outcomes.slice(0, 11)) expect(outcome).toMatchObject({ error: { code: "CODE_REFUSED" } });
    expect(outcomes[11]).toMatchObject({ error: { code: "TOO_MANY_ATTEMPTS" } });
  });

  test("whoever lacks the password cannot use up the codes' allowance of an account", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    const { maria, ticket } = await half(context);
    for (let network = 1; network <= 15; network += 1) {
      const visit = aVisit({ address: `198.51.${network}.1` });
      const guess = await signIn(context, { userId: "MAP193", password: "guess guess guess" }, visit);
      expect(guess.ok).toBe(false);
      const forged = { ...ticket, passwordMark: "guess" };
      expect(await completeSignIn(context, { ticket: forged, code: "000000" }, visit)).toMatchObject({
        error: { code: "SIGN_IN_STALE" },
      });
    }
    given.clock.set(new Date("2026-03-02T15:01:00Z"));
    expectOk(await completeSignIn(context, { ticket, code: await codeNow(maria) }, aVisit()));
  });

  test("refuses a first step that is older than ten minutes", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    const { maria, ticket } = await half(context);
    given.clock.set(new Date("2026-03-02T15:10:01Z"));
    const outcome = await completeSignIn(context, { ticket, code: await codeNow(maria) }, aVisit());
    expect(outcome).toMatchObject({ error: { code: "SIGN_IN_STALE" } });
  });

  test("keeps the authenticator's secret encrypted", async () => {
    const context = given.context();
    const { maria } = await half(context);
    const { totpSecret } = await context.database.account.findUniqueOrThrow({ where: { id: maria.accountId } });
    expect(totpSecret).toMatch(/^v1\./);
    expect(totpSecret).not.toMatch(/[A-Z2-7]{32}/);
  });

  async function half(context: ReturnType<typeof given.context>) {
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    const codes = await anEnrolledFactor(maria);
    const outcome = expectOk(await signIn(context, { userId: "MAP193", password: goodPassword }, aVisit()));
    if (outcome.kind !== "code-needed") throw new Error("no code was asked for");
    return { maria, codes, ticket: outcome.ticket, sessionOf };
  }
});

async function requestWith(token: string): Promise<Request> {
  const cookie = await sessionCookie(false).serialize(token);
  return new Request("http://localhost:3000/", { headers: { Cookie: cookie.split(";")[0] ?? "" } });
}
