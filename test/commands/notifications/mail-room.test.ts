// The mail room against a real SMTP server on loopback: sealed, opened, sent once, and never silent about what failed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ok } from "#app/lib/result/index.ts";
import { sealForMailRoom } from "#app/modules/notifications/index.ts";
import {
  countConfidentialInTrouble,
  countMails,
  importBounces,
  listMailsInTrouble,
  mailRoomRecipient,
  queueSealedMail,
  registerMailRoom,
  sendAgain,
  sendMail,
} from "#app/modules/notifications/index.server.ts";
import { listKeptMails, openKeptMail } from "#app/modules/notifications/queries/demonstration-mailbox.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { startMailRoom } from "#app/processes/mail-room.ts";
import type { MailRoomOptions, RunningMailRoom } from "#app/processes/mail-room.ts";
import { whenMailReturned } from "#app/reactions.server.ts";
import type { PostServer } from "#test/fakes/post-server.ts";
import { startPostServer, until } from "#test/fakes/post-server.ts";
import { aReturnReport } from "#test/factories/returned-mail.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const code = "SECRET-VOTING-CODE-7Q2M";

const receipt = {
  contactName: "María Paz",
  organizationName: "Redes del Sur",
  electionTitle: "Directorio 2026",
  tracker: code,
  boxLink: `http://localhost:3000/elections/e1/box#code=${code}`,
  closesAt: "2026-05-27T18:00:00.000Z",
};

let server: PostServer;
let rooms: RunningMailRoom[] = [];

beforeEach(async () => {
  server = await startPostServer();
});

afterEach(async () => {
  await Promise.all(rooms.map((room) => room.stop()));
  rooms = [];
  await server.close();
});

describeOnEachDatabase("mail-room", (given) => {
  test("seals what a mail says: the row holds neither the code nor the name", async () => {
    const context = given.context();
    await registerMailRoom(context, { folder: context.settings.folder });
    await queue(context);
    const row = await context.database.outgoingMail.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(code);
    expect(JSON.stringify(row)).not.toContain("María");
    expect(Buffer.from((row.sealed ?? "").replace(/-----.*-----|\s/g, ""), "base64").toString("latin1")).not.toContain(
      code,
    );
  });

  test("sends it in the reader's language as text and HTML, then erases what was sealed", async () => {
    const context = given.context();
    await openRoom(context);
    await queue(context, { language: "pt" });
    const [mail] = await server.received(1);
    expect(mail?.to).toEqual(["maria@example.org"]);
    const parsed = await PostalMime.parse(mail?.message ?? "");
    expect(parsed.subject).toBe("[Demonstração] O voto de Redes del Sur está na urna: Directorio 2026");
    expect(parsed.text).toContain(receipt.boxLink);
    expect(parsed.html).toContain(`href="${receipt.boxLink}"`);
    expect(parsed.html).toContain('lang="pt"');
    expect(parsed.to?.[0]).toEqual({ name: "María Paz", address: "maria@example.org" });
    await until(async () => (await context.database.outgoingMail.count({ where: { state: "sent" } })) === 1);
    expect(await context.database.outgoingMail.findFirst()).toMatchObject({ sealed: null, lastError: null });
  });

  test("sends each mail once, with two mail rooms at once", async () => {
    const context = given.context();
    await openRoom(context);
    await openRoom(context);
    await inTransaction(context, async (within) => {
      for (let number = 1; number <= 60; number += 1)
        await sendMail(within, mailTo(`m${number}@example.org`, `mail-${number}`));
      return ok(undefined);
    });
    await until(async () => (await countMails(context, { type: "election", id: "e1" })).sent === 60);
    const addresses = server.mails.flatMap((mail) => mail.to);
    expect(addresses).toHaveLength(60);
    expect(new Set(addresses).size).toBe(60);
  });

  test("queues the same mail once", async () => {
    const context = given.context();
    await registerMailRoom(context, { folder: context.settings.folder });
    expect(await queue(context)).toBe(true);
    expect(await queue(context)).toBe(false);
    expect(await context.database.outgoingMail.count()).toBe(1);
  });

  test("tries again later what the server refused for now", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    server.answer = () => ({ responseCode: 451, message: "try later" });
    await openRoom(context);
    await queue(context);
    await until(async () => (await listMailsInTrouble(context)).length === 1);
    expect(await listMailsInTrouble(context)).toMatchObject([
      { state: "waiting", attempts: 1, reason: expect.stringContaining("try later") as string },
    ]);
    server.answer = () => undefined;
    given.clock.set(new Date("2026-03-02T15:01:01Z"));
    await server.received(1);
    await until(async () => (await countMails(context, { type: "election", id: "e1" })).sent === 1);
  });

  test("ends in a visible failure with its reason when the server refuses for good, and can be sent again", async () => {
    const context = given.context();
    server.answer = () => ({ responseCode: 550, message: "no such mailbox" });
    await openRoom(context);
    await queue(context);
    await until(async () => (await countMails(context, { type: "election", id: "e1" })).failed === 1);
    const [mail] = await listMailsInTrouble(context, { subject: { type: "election", id: "e1" } });
    expect(mail).toMatchObject({
      state: "failed",
      toAddress: "maria@example.org",
      reason: expect.stringContaining("no such mailbox") as string,
    });
    server.answer = () => undefined;
    expect(await sendAgain(context, mail?.id ?? "")).toEqual({ ok: true, value: undefined });
    await server.received(1);
    await until(async () => (await countMails(context, { type: "election", id: "e1" })).sent === 1);
    expect(await sendAgain(context, mail?.id ?? "")).toMatchObject({ error: { code: "MAIL_NOT_IN_TROUBLE" } });
  });

  test("refuses a mail that was readdressed on its way", async () => {
    const context = given.context();
    await registerMailRoom(context, { folder: context.settings.folder });
    await queue(context);
    await context.database.outgoingMail.updateMany({ data: { toAddress: "thief@example.net" } });
    await openRoom(context);
    await until(async () => (await listMailsInTrouble(context)).length === 1);
    expect(await listMailsInTrouble(context)).toMatchObject([
      { state: "failed", reason: expect.stringMatching(/^MISADDRESSED/) as string },
    ]);
    expect(server.mails).toEqual([]);
  });

  test("a confidential mail names nobody in its row, and leaves none when it has gone", async () => {
    const context = given.context();
    await registerMailRoom(context, { folder: context.settings.folder });
    await inTransaction(context, async (within) =>
      ok(await sendMail(within, { ...mailTo("maria@example.org", "confidential"), isConfidential: true })),
    );
    expect(JSON.stringify(await context.database.outgoingMail.findMany())).not.toContain("maria");
    await openRoom(context);
    const [mail] = await server.received(1);
    expect(mail?.to).toEqual(["maria@example.org"]);
    await until(async () => (await context.database.outgoingMail.count()) === 0);
  });

  test("a confidential mail's row has neither the key of the act nor the time of day", async () => {
    const context = given.context({ now: "2026-03-02T15:47:11Z" });
    await registerMailRoom(context, { folder: context.settings.folder });
    await queueConfidentially(context);
    await queueConfidentially(context);
    const rows = await context.database.outgoingMail.findMany();
    for (const row of rows) {
      expect([row.createdAt, row.nextAttemptAt].map((at) => at.toISOString())).toEqual(midnight("2026-03-02"));
      expect(JSON.stringify(row)).not.toContain("ballot-received:");
    }
    expect(new Set(rows.map(({ deduplication }) => deduplication)).size).toBe(2);
  });

  test("a confidential mail that fails is counted, never listed, and keeps nothing of what was sealed", async () => {
    const context = given.context({ now: "2026-03-02T15:47:11Z" });
    server.answer = () => ({ responseCode: 550, message: "maria@example.org is no mailbox" });
    await openRoom(context);
    await queueConfidentially(context);
    await until(async () => (await context.database.outgoingMail.count({ where: { state: "failed" } })) === 1);
    expect(await countConfidentialInTrouble(context)).toBe(1);
    expect(await listMailsInTrouble(context)).toEqual([]);
    const row = await context.database.outgoingMail.findFirstOrThrow();
    expect(row).toMatchObject({ lastError: "CONFIDENTIAL: failed", sealed: null, claimedAt: null, sentAt: null });
    expect(JSON.stringify(row)).not.toMatch(/15:\d\d|maria/);
    expect(await sendAgain(context, row.id)).toMatchObject({ error: { code: "MAIL_NOT_IN_TROUBLE" } });
  });

  test("a confidential mail refused for now is tried again at a full hour, with the same Message-ID, made from its row", async () => {
    const context = given.context({ now: "2026-03-02T15:47:11Z" });
    server.answer = () => ({ responseCode: 451, message: "maria@example.org: try later" });
    await openRoom(context);
    await queueConfidentially(context);
    await until(
      async () => (await context.database.outgoingMail.count({ where: { state: "waiting", attempts: 1 } })) === 1,
    );
    const row = await context.database.outgoingMail.findFirstOrThrow();
    expect(row.nextAttemptAt.toISOString()).toBe("2026-03-02T16:00:00.000Z");
    expect(row.lastError).toBe("CONFIDENTIAL: again");
    server.answer = () => undefined;
    given.clock.set(new Date("2026-03-02T16:00:00Z"));
    const [mail] = await server.received(1);
    const ofRow = createHash("sha256").update(row.id).digest("hex").slice(0, 40);
    expect((await PostalMime.parse(mail?.message ?? "")).messageId).toBe(`<${ofRow}@localhost>`);
  });

  test("a confidential mail that was left half sent keeps nothing of what was sealed", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    await registerMailRoom(context, { folder: context.settings.folder });
    await queueConfidentially(context);
    await context.database.outgoingMail.updateMany({ data: { state: "sending", claimedAt: context.clock.now() } });
    given.clock.set(new Date("2026-03-02T15:10:01Z"));
    await openRoom(context);
    await until(async () => (await context.database.outgoingMail.count({ where: { state: "unknown" } })) === 1);
    expect(await context.database.outgoingMail.findFirst()).toMatchObject({ sealed: null, claimedAt: null });
  });

  test("does not send again by itself what may have left: the line broke after the text", async () => {
    const context = given.context();
    server.answer = () => "hang up";
    await openRoom(context);
    await queue(context);
    await until(async () => (await countMails(context, { type: "election", id: "e1" })).unknown === 1);
    expect(server.mails).toHaveLength(1);
  });

  test("reports a mail that a mail room left half sent when it died", async () => {
    const context = given.context({ now: "2026-03-02T15:00:00Z" });
    await registerMailRoom(context, { folder: context.settings.folder });
    await queue(context);
    await context.database.outgoingMail.updateMany({
      data: { state: "sending", claimedAt: context.clock.now(), attempts: 1 },
    });
    given.clock.set(new Date("2026-03-02T15:10:01Z"));
    await openRoom(context);
    await until(async () => (await countMails(context, { type: "election", id: "e1" })).unknown === 1);
    expect(await listMailsInTrouble(context)).toMatchObject([
      { state: "unknown", reason: expect.stringMatching(/^ABANDONED/) as string },
    ]);
    expect(server.mails).toEqual([]);
  });

  test.each([
    ["leads elsewhere", "elections/ballot-received", { ...receipt, boxLink: "https://evil.example/#code=1" }],
    ["has properties that do not fit", "elections/ballot-received", { code }],
    ["has a template that does not exist", "elections/nothing", {}],
  ])("fails visibly, without a word of what was sealed, when a mail %s", async (_why, template, properties) => {
    const context = given.context();
    await openRoom(context);
    await inTransaction(context, async (within) => {
      await sendMail(within, { ...mailTo("maria@example.org", "broken"), template, properties });
      return ok(undefined);
    });
    await until(async () => (await listMailsInTrouble(context)).length === 1);
    const [mail] = await listMailsInTrouble(context);
    expect(mail).toMatchObject({ state: "failed", reason: `CANNOT_RENDER: ${template}` });
    expect(server.mails).toEqual([]);
  });

  test("sends what a browser sealed itself", async () => {
    const context = given.context();
    await openRoom(context);
    const recipient = await mailRoomRecipient(context);
    const sealed = await sealForMailRoom(recipient, {
      ...receipt,
      toAddress: "maria@example.org",
      toName: "María Paz",
    });
    await inTransaction(context, async (within) => {
      await queueSealedMail(within, {
        template: "elections/ballot-received",
        to: { address: "maria@example.org" },
        language: "es",
        sealed,
        deduplication: "code/1",
      });
      return ok(undefined);
    });
    const [mail] = await server.received(1);
    expect((await PostalMime.parse(mail?.message ?? "")).text).toContain(code);
  });

  test("only administrators, staff and the commission send again", () => {
    expect(() => sendAgain(given.context({ actor: aPerson() }), "any")).toThrow(NotPermitted);
  });

  test("keeps its key to itself, and refuses to take the place of another mail room unasked", async () => {
    const context = given.context();
    const { folder } = context.settings;
    const identity = await registerMailRoom(context, { folder });
    const path = join(folder, "mail-room", "identity");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8").trim()).toBe(identity);
    expect(await registerMailRoom(context, { folder })).toBe(identity);
    expect(JSON.stringify(await context.database.setting.findMany())).not.toContain(identity);
    const elsewhere = join(folder, "elsewhere");
    await expect(registerMailRoom(context, { folder: elsewhere })).rejects.toThrow(
      "Another mail room's key is registered",
    );
    expect(existsSync(join(elsewhere, "mail-room"))).toBe(false);
    expect(await registerMailRoom(context, { folder: elsewhere, isReplacing: true })).not.toBe(identity);
  });

  test("in the demonstration keeps every mail in the mailbox, links and fragments whole", async () => {
    const context = given.context();
    await openRoom(context, { withSmtp: false });
    await queue(context);
    await until(async () => (await listKeptMails(context)).total === 1);
    const { mails } = await listKeptMails(context, { person: "maria PAZ" });
    const opened = await openKeptMail(context, mails[0]?.id ?? "");
    expect(opened).toMatchObject({ toAddress: "maria@example.org" });
    expect(opened?.text).toContain(receipt.boxLink);
    expect(await listKeptMails(context, { person: "nobody" })).toEqual({ mails: [], total: 0 });
    expect(await openKeptMail(context, "../../plenaria.db")).toBeUndefined();
  });

  // Requirement: L13
  test("every mail leaves with a return path of its own, a confidential one without a token, and what comes back there is recognised", async () => {
    const plain = given.context();
    const context = { ...plain, settings: { ...plain.settings, bounceAddress: "bounces@plenaria.example" } };
    await openRoom(context);
    await inTransaction(context, async (within) => {
      for (const number of [1, 2]) await sendMail(within, mailTo(`m${number}@example.org`, `mail-${number}`));
      return ok(undefined);
    });
    await queueConfidentially(context);
    const mails = await server.received(3);
    const pathTo = (address: string) => mails.find(({ to }) => to.includes(address))?.from ?? "";
    expect(pathTo("maria@example.org")).toBe("bounces@plenaria.example");
    expect(pathTo("m1@example.org")).toMatch(/^bounces\+[0-9a-f]{32}@plenaria\.example$/);
    expect(pathTo("m1@example.org")).not.toBe(pathTo("m2@example.org"));
    expect(String(mails[0]?.message)).not.toContain("bounces");
    await until(async () => (await countMails(context, { type: "election", id: "e1" })).sent === 2);
    const report = aReturnReport({ recipient: "m2@example.org", to: pathTo("m2@example.org"), status: "5.2.2" });
    expect(await importBounces(context, [report], whenMailReturned)).toMatchObject({ bounced: 1 });
    expect(await listMailsInTrouble(context)).toMatchObject([{ toAddress: "m2@example.org", state: "bounced" }]);
  });

  async function openRoom(context: Context, { withSmtp = true } = {}): Promise<void> {
    const options: MailRoomOptions = {
      folder: context.settings.folder,
      restMs: 20,
      ...(withSmtp ? { smtpUrl: `smtp://127.0.0.1:${server.port}` } : {}),
    };
    rooms.push(await startMailRoom(context, options));
  }
});

function mailTo(address: string, deduplication: string) {
  return {
    template: "elections/ballot-received",
    to: { address, name: "María Paz", language: "es" as const },
    properties: receipt,
    deduplication,
    subject: { type: "election", id: "e1" },
  };
}

async function queue(context: Context, { language = "es" }: { readonly language?: Language } = {}): Promise<boolean> {
  const mail = mailTo("maria@example.org", "code/1");
  const outcome = await inTransaction(context, async (within) =>
    ok(await sendMail(within, { ...mail, to: { ...mail.to, language } })),
  );
  return outcome.ok && outcome.value;
}

async function queueConfidentially(context: Context): Promise<void> {
  const mail = { ...mailTo("maria@example.org", "ballot-received:TRACKER"), isConfidential: true };
  expect(await inTransaction(context, async (within) => ok(await sendMail(within, mail)))).toEqual(ok(true));
}

function midnight(day: string): string[] {
  return [`${day}T00:00:00.000Z`, `${day}T00:00:00.000Z`];
}
