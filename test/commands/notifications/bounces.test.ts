// Mail that comes back: refused at once by the mail server, or returned later by a report. Both become visible, and neither tells who voted.
import { expect, test } from "vitest";
import { ok } from "#app/lib/result/index.ts";
import {
  countMails,
  findUndeliverable,
  importBounces,
  listMailProofs,
  listMailsInTrouble,
  markUndeliverable,
  registerMailRoom,
  returnPathOf,
  sendMail,
  trustAddress,
} from "#app/modules/notifications/index.server.ts";
import type { Fate } from "#app/modules/notifications/index.server.ts";
import { deliverMails } from "#app/modules/notifications/jobs/deliver-mails.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { whenMailReturned } from "#app/reactions.server.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const subject = { type: "campaign", id: "c1" };

/** Queues a mail and lets a mail room whose server answers so deliver it. */
async function deliver(context: Context, answer: Fate | { kind: "left"; answer: string }, isConfidential = false) {
  const identity = await registerMailRoom(context, { folder: context.settings.folder });
  await inTransaction(context, async (within) => {
    await sendMail(within, {
      template: "campaigns/notice",
      to: { address: "Rosa@Example.org", name: "Rosa", language: "es" },
      properties: {},
      deduplication: "campaigns/c1/1",
      subject,
      isConfidential,
    });
    return ok(undefined);
  });
  await deliverMails({
    ground: context,
    identity,
    render: () => Promise.resolve({ subject: "", text: "", html: "" }),
    send: () => Promise.resolve(answer),
    messageIdOf: (key) => `<${key}@plenaria.example>`,
  });
}

function report({
  messageId = "",
  address = "rosa@example.org",
  action = "failed",
  headers = [] as readonly string[],
} = {}) {
  return [
    "From: mailer-daemon@example.org",
    ...headers,
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    "",
    "--b1",
    "Content-Type: text/plain",
    "",
    "I could not deliver your message.",
    "--b1",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.example.org",
    "",
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 no such",
    " mailbox here",
    "",
    "--b1",
    "Content-Type: text/rfc822-headers",
    "",
    "From: elections@plenaria.example",
    ...(messageId === "" ? [] : [`Message-ID:\r\n ${messageId}`]),
    "Subject: Directorio",
    "",
    "--b1--",
    "",
  ].join("\r\n");
}

async function tokenOfOnlyMail(context: Context): Promise<string | null> {
  const [mail, ...others] = await context.database.outgoingMail.findMany();
  expect(others).toEqual([]);
  expect(mail?.returnToken).toMatch(/^[0-9a-f]{32}$/);
  return mail?.returnToken ?? null;
}

async function messageIdOfOnlyMail(context: Context): Promise<string> {
  return `<${await tokenOfOnlyMail(context)}@plenaria.example>`;
}

const left = { kind: "left", answer: "250 2.0.0 Ok: queued as 4FE1" } as const;

describeOnEachDatabase("bounces", (given) => {
  test("what the mail server answered is kept as the proof that a mail left", async () => {
    const context = given.context();
    await deliver(context, left);
    expect(await listMailProofs(context, subject)).toMatchObject([
      { toAddress: "Rosa@Example.org", state: "sent", answer: left.answer, sentAt: "2026-03-02T15:00:00.000Z" },
    ]);
  });

  // Requirement: L13
  test("an address that the server refuses at once becomes visible with the server's words", async () => {
    const context = given.context();
    await deliver(context, { kind: "failed", reason: "550 no such mailbox", isAddressRefused: true });
    expect((await findUndeliverable(context, ["ROSA@example.org"])).get("rosa@example.org")).toMatchObject({
      reason: "550 no such mailbox",
      source: "refused",
    });
  });

  test("what the server says at once weighs more than a report of before, and no report takes its place", async () => {
    const context = given.context();
    const bad = (source: "refused" | "returned") =>
      markUndeliverable(context, { address: "rosa@example.org", reason: `550 ${source}`, source });
    await bad("returned");
    await bad("refused");
    await bad("returned");
    const found = await findUndeliverable(context, ["rosa@example.org"]);
    expect(found.get("rosa@example.org")).toMatchObject({ reason: "550 refused", source: "refused" });
  });

  test("a mail whose words the server refused says nothing about the address", async () => {
    const context = given.context();
    await deliver(context, { kind: "failed", reason: "554 looks like spam", isAddressRefused: false });
    expect((await findUndeliverable(context, ["rosa@example.org"])).size).toBe(0);
  });

  // Requirement: L13
  test("a report of returned mail turns the mail into a returned one, with the reason, once", async () => {
    const context = given.context();
    await deliver(context, left);
    const own = report({ messageId: await messageIdOfOnlyMail(context) });
    expect(await importBounces(context, [own, "From: x\r\n\r\nhello"], whenMailReturned)).toEqual({
      bounced: 1,
      ignored: 1,
    });
    expect(await importBounces(context, [own], whenMailReturned)).toEqual({ bounced: 0, ignored: 1 });
    expect(await listMailsInTrouble(context, { subject })).toMatchObject([
      { state: "bounced", reason: "5.1.1 550 5.1.1 no such mailbox here" },
    ]);
    expect(await countMails(context, subject)).toMatchObject({ sent: 0, bounced: 1 });
    expect((await findUndeliverable(context, ["rosa@example.org"])).get("rosa@example.org")?.source).toBe("returned");
  });

  test.each([
    ["about a mail that is not ours", { messageId: "<guessed@plenaria.example>" }],
    ["under what is known of our mail", { messageId: "<campaigns/c1/1@plenaria.example>" }],
    ["about our mail, for another address", { address: "victim@example.net" }],
    ["of a mere delay", { action: "delayed" }],
  ])("a report %s changes nothing", async (_what, wish) => {
    const context = given.context();
    await deliver(context, left);
    const messageId = await messageIdOfOnlyMail(context);
    expect(await importBounces(context, [report({ messageId, ...wish })], whenMailReturned)).toEqual({
      bounced: 0,
      ignored: 1,
    });
    expect(await context.database.undeliverableAddress.count()).toBe(0);
  });

  test("where mails have a return path of their own, who knows only the Message-ID, as the proof of sending shows it, marks nothing", async () => {
    const plain = given.context();
    const context = { ...plain, settings: { ...plain.settings, bounceAddress: "bounces@plenaria.example" } };
    await deliver(context, left);
    const messageId = (await listMailProofs(context, subject))[0]?.messageId ?? "";
    expect(messageId).toBe(await messageIdOfOnlyMail(context));
    const forged = report({ messageId });
    expect(await importBounces(context, [forged], whenMailReturned)).toEqual({ bounced: 0, ignored: 1 });
    expect(await context.database.undeliverableAddress.count()).toBe(0);
    await context.database.outgoingMail.updateMany({ data: { returnToken: null } });
    expect(await importBounces(context, [forged], whenMailReturned), "a mail of before").toMatchObject({ bounced: 1 });
  });

  // Requirement: L13
  test("a report that came to the mail's own return path counts without a Message-ID, and marks our address where hers forwards", async () => {
    const context = given.context();
    await deliver(context, left);
    const path = returnPathOf("bounces@plenaria.example", await tokenOfOnlyMail(context));
    const forwarded = { messageId: "", address: "rosa@elsewhere.example" };
    const absence = `To: <${path}>\r\nSubject: Out of the office\r\n\r\nBack on Monday.`;
    const others = [`To: <bounces+${"0".repeat(32)}@plenaria.example>`];
    expect(
      await importBounces(context, [absence, report({ ...forwarded, headers: others })], whenMailReturned),
    ).toEqual({
      bounced: 0,
      ignored: 2,
    });
    const headers = ["To: <postmaster@plenaria.example>", `Delivered-To: ${path.toUpperCase()}`];
    expect(await importBounces(context, [report({ ...forwarded, headers })], whenMailReturned)).toEqual({
      bounced: 1,
      ignored: 0,
    });
    expect(await importBounces(context, [report({ ...forwarded, headers })], whenMailReturned)).toEqual({
      bounced: 0,
      ignored: 1,
    });
    const bad = await findUndeliverable(context, ["rosa@example.org", "rosa@elsewhere.example"]);
    expect([...bad.keys()]).toEqual(["rosa@example.org"]);
  });

  // Requirement: L13
  test.each([
    [
      "that names the return path counts",
      "abuse",
      (token: string) => `Original-Mail-From: <bounces+${token}@plenaria.example>`,
      1,
    ],
    [
      "that names another path does not",
      "abuse",
      () => `Original-Mail-From: <bounces+${"0".repeat(32)}@plenaria.example>`,
      0,
    ],
    [
      "says that it was wanted",
      "not-spam",
      (token: string) => `Original-Mail-From: <bounces+${token}@plenaria.example>`,
      0,
    ],
  ])("a complaint of the reader %s", async (_what, kind, lineOf, bounced) => {
    const context = given.context();
    await deliver(context, left);
    const message = [
      'Content-Type: multipart/report; report-type=feedback-report; boundary="b1"',
      ...["MIME-Version: 1.0", "", "--b1", "Content-Type: message/feedback-report", ""],
      ...[`Feedback-Type: ${kind}`, "Version: 1", lineOf((await tokenOfOnlyMail(context)) ?? ""), "", "--b1--", ""],
    ].join("\r\n");
    expect(await importBounces(context, [message], whenMailReturned)).toEqual({ bounced, ignored: 1 - bounced });
    const bad = (await findUndeliverable(context, ["rosa@example.org"])).get("rosa@example.org");
    expect(bad?.reason).toBe(bounced === 1 ? "complaint: abuse" : undefined);
  });

  test("a mail of which nobody knew whether it left is known to have left when it comes back", async () => {
    const context = given.context();
    await deliver(context, { kind: "unknown", reason: "the line broke" });
    const path = returnPathOf("bounces@plenaria.example", await tokenOfOnlyMail(context));
    const message = report({ messageId: "", headers: [`X-Original-To: ${path}`] });
    expect(await importBounces(context, [message], whenMailReturned)).toEqual({ bounced: 1, ignored: 0 });
    expect(await countMails(context, subject)).toMatchObject({ unknown: 0, bounced: 1 });
  });

  // Requirement: CM 19
  test("a receipt that bounces marks no address: it would tell who voted", async () => {
    const context = given.context();
    await deliver(context, { kind: "failed", reason: "550 rosa@example.org unknown", isAddressRefused: true }, true);
    expect(await context.database.undeliverableAddress.count()).toBe(0);
    const [row] = await context.database.outgoingMail.findMany();
    expect(JSON.stringify(row)).not.toMatch(/rosa/i);
    expect(row?.returnToken).toBeNull();
  });

  test("who mended an address says so, and only people of the association may", async () => {
    const context = given.context();
    await deliver(context, { kind: "failed", reason: "550", isAddressRefused: true });
    expect(() => trustAddress(given.context({ actor: aPerson() }), "rosa@example.org")).toThrow(NotPermitted);
    await trustAddress(given.context({ actor: aPerson({ roles: ["staff"] }) }), "Rosa@example.org");
    expect(await context.database.undeliverableAddress.count()).toBe(0);
    await expect(
      importBounces(given.context({ actor: aPerson({ roles: ["staff"] }) }), [], whenMailReturned),
    ).rejects.toThrow(NotPermitted);
  });
});
