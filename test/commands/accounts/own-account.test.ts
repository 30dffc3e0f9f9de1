// What people do with their own account: proofs, the second factor, sessions, the profile.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { whenEmailChanged } from "#app/reactions.server.ts";
import { changeEmail, changeProfile } from "#app/modules/accounts/commands/change-profile.server.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "#app/modules/accounts/commands/enrol-second-factor.server.ts";
import { proveAgain } from "#app/modules/accounts/commands/prove-again.server.ts";
import { endOtherSessions, endSession, signOut } from "#app/modules/accounts/commands/sign-out.server.ts";
import { findViewer } from "#app/modules/accounts/index.server.ts";
import { getSecondFactor, listOwnSessions } from "#app/modules/accounts/queries/own-account.server.ts";
import { findSession } from "#app/modules/accounts/queries/session.server.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
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
} from "./people.ts";

describeOnEachDatabase("step-up", (given) => {
  test("holds for a quarter of an hour, then needs a proof, which gives the session a new token", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    const maria = await aPersonWithPassword(context);
    const { token, sessionId } = await aSession(maria);
    expect(await findSession(context, await requestWith(token))).toMatchObject({ isSteppedUp: true });
    given.clock.set(new Date("2026-03-02T15:15:01Z"));
    expect(await findSession(context, await requestWith(token))).toMatchObject({ isSteppedUp: false });
    const renewed = expectOk(await proveAgain(maria.context, { sessionId, password: goodPassword }));
    expect(await findSession(context, await requestWith(token))).toBeUndefined();
    expect(await findSession(context, await requestWith(renewed))).toMatchObject({ isSteppedUp: true, sessionId });
  });

  test("needs the second factor too where it is on, and uses its code up", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    const { sessionId } = await aSession(maria);
    await anEnrolledFactor(maria);
    given.clock.set(new Date("2026-03-02T15:20:00Z"));
    expect(await proveAgain(maria.context, { sessionId, password: goodPassword })).toMatchObject({
      error: { code: "PROOF_REFUSED" },
    });
    const proof = { sessionId, password: goodPassword, code: await codeNow(maria) };
    expectOk(await proveAgain(maria.context, proof));
    expect(await proveAgain(maria.context, proof)).toMatchObject({ error: { code: "PROOF_REFUSED" } });
    expect(await auditActions(context)).toContain("accounts:step-up-failed");
  });

  test("a wrong password does not use up the code beside it", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    const { sessionId } = await aSession(maria);
    await anEnrolledFactor(maria);
    given.clock.set(new Date("2026-03-02T15:20:00Z"));
    const code = await codeNow(maria);
    expect(await proveAgain(maria.context, { sessionId, password: "not this one", code })).toMatchObject({
      error: { code: "PROOF_REFUSED" },
    });
    expectOk(await proveAgain(maria.context, { sessionId, password: goodPassword, code }));
  });

  test("makes whoever guesses in a stolen session wait", async () => {
    const maria = await aPersonWithPassword(given.context());
    const { sessionId } = await aSession(maria);
    const guess = () => proveAgain(maria.context, { sessionId, password: "guess guess guess" });
    for (let attempt = 0; attempt < 6; attempt += 1)
      expect(await guess()).toMatchObject({ error: { code: "PROOF_REFUSED" } });
    expect(await guess()).toMatchObject({ error: { code: "TOO_MANY_ATTEMPTS" } });
  });

  test("refuses in a session that has ended", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    const { sessionId } = await aSession(maria);
    await context.database.session.deleteMany();
    expect(await proveAgain(maria.context, { sessionId, password: goodPassword })).toMatchObject({
      error: { code: "SESSION_OVER" },
    });
  });
});

describeOnEachDatabase("second-factor", (given) => {
  test("is on only after a first right code, and gives ten recovery codes", async () => {
    const { maria, context } = await mariaWithMail();
    expect(await confirmSecondFactor(maria.context, "123456")).toMatchObject({
      error: { code: "SECOND_FACTOR_NOT_BEGUN" },
    });
    expectOk(await beginSecondFactor(maria.context));
    expect(await getSecondFactor(maria.context)).toMatchObject({ kind: "begun" });
    expect(await confirmSecondFactor(maria.context, "000000")).toMatchObject({ error: { code: "CODE_REFUSED" } });
    const codes = expectOk(await confirmSecondFactor(maria.context, await codeNow(maria)));
    expect(new Set(codes).size).toBe(10);
    expect(await getSecondFactor(maria.context)).toMatchObject({ kind: "on", recoveryCodesLeft: 10 });
    expect(await auditActions(context)).toContain("accounts:second-factor-enabled");
    expect(await beginSecondFactor(maria.context)).toMatchObject({ error: { code: "SECOND_FACTOR_ALREADY_ON" } });
    expect(await confirmSecondFactor(maria.context, "123456")).toMatchObject({
      error: { code: "SECOND_FACTOR_ALREADY_ON" },
    });
  });

  test("tells the person by mail that it was turned on and off", async () => {
    const { maria, room } = await mariaWithMail();
    await anEnrolledFactor(maria);
    await removeSecondFactor(maria.context);
    const mails = await room.mails();
    expect(mails.map((mail) => mail.properties["isOn"]).sort()).toEqual([false, true]);
    expect(await getSecondFactor(maria.context)).toEqual({ kind: "off" });
  });

  test("new recovery codes replace the old ones", async () => {
    const { maria } = await mariaWithMail();
    expect(await renewRecoveryCodes(maria.context)).toMatchObject({ error: { code: "SECOND_FACTOR_OFF" } });
    const before = await anEnrolledFactor(maria);
    const after = expectOk(await renewRecoveryCodes(maria.context));
    expect(after.some((code) => before.includes(code))).toBe(false);
  });

  async function mariaWithMail() {
    const context = given.context();
    const room = await aMailRoom(context);
    return { context, room, maria: await aPersonWithPassword(context) };
  }
});

describeOnEachDatabase("sessions", (given) => {
  test("are listed with this one first, and end at once", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    const phone = await aSession(maria, aVisit({ device: "Chrome, Android" }));
    const desk = await aSession(maria);
    const listed = await listOwnSessions(maria.context, desk.sessionId);
    expect(listed.map((session) => [session.device, session.isThisOne])).toEqual([
      ["Firefox, Linux", true],
      ["Chrome, Android", false],
    ]);
    await endSession(maria.context, phone.sessionId);
    expect(await findViewer(context, await requestWith(phone.token))).toBeNull();
    expect(await findViewer(context, await requestWith(desk.token))).not.toBeNull();
  });

  test("nobody ends the sessions of somebody else", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    const other = await aPersonWithPassword(context, "OTR1");
    const { sessionId } = await aSession(other);
    await endSession(maria.context, sessionId);
    await endOtherSessions(maria.context, "none");
    expect(await context.database.session.count()).toBe(1);
  });

  test("signing out ends the session, not only the cookie", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    const { token } = await aSession(maria);
    await signOut(context, token);
    expect(await findViewer(context, await requestWith(token))).toBeNull();
    expect(await auditActions(context)).toContain("accounts:signed-out");
  });
});

describeOnEachDatabase("profile", (given) => {
  test("keeps the history of name and language", async () => {
    const context = given.context();
    const maria = await aPersonWithPassword(context);
    await changeProfile(maria.context, { name: "María Paz Soto", language: "pt" });
    const entry = await context.database.auditEntry.findFirstOrThrow({ where: { action: "accounts:profile-changed" } });
    expect(entry.changes).toEqual([
      { field: "name", before: "María Paz", after: "María Paz Soto" },
      { field: "language", before: "es", after: "pt" },
    ]);
  });

  test("a changed e-mail address is told to the old and to the new one", async () => {
    const context = given.context();
    const room = await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    expect(await changeEmail(maria.context, "maria.paz@example.org", whenEmailChanged)).toMatchObject({
      error: { code: "EMAIL_UNCHANGED" },
    });
    expectOk(await changeEmail(maria.context, "maria@example.net", whenEmailChanged));
    const mails = await room.mails();
    expect(mails.map((mail) => mail.row.toAddress).sort()).toEqual(["maria.paz@example.org", "maria@example.net"]);
  });
});

async function requestWith(token: string): Promise<Request> {
  const cookie = await sessionCookie(false).serialize(token);
  return new Request("http://localhost:3000/", { headers: { Cookie: cookie.split(";")[0] ?? "" } });
}
