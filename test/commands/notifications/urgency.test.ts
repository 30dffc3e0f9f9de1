// Which of the waiting mails leave first: nobody's sign-in stands behind eleven thousand reminders.
import { expect, test } from "vitest";
import { ok } from "#app/lib/result/index.ts";
import { registerMailRoom, sendMail } from "#app/modules/notifications/index.server.ts";
import { deliverMails } from "#app/modules/notifications/jobs/deliver-mails.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase("mail-urgency", (given) => {
  test("a mail for which somebody waits at the screen leaves before every other, and a campaign that was queued earlier leaves last", async () => {
    const context = given.context();
    const identity = await registerMailRoom(context, { folder: context.settings.folder });
    const put = (template: string, count: number, isConfidential = false) =>
      inTransaction(context, async (within) => {
        for (let number = 1; number <= count; number += 1) {
          const address = `${template.replace("/", "-")}-${number}@example.org`;
          const to = { address, name: "Rosa", language: "es" as const };
          await sendMail(within, { template, to, properties: {}, deduplication: address, isConfidential });
        }
        return ok(undefined);
      });
    // The row of a reminder says the beginning of its day only: earlier than anything of today.
    await put("campaigns/notice", 30, true);
    await put("approvals/waiting", 45);
    given.clock.set(new Date(given.clock.now().getTime() + 3_600_000));
    await put("accounts/password-reset", 1);
    await put("elections/ballot-received", 1);
    const left: string[] = [];
    const room = {
      ground: context,
      identity,
      render: () => Promise.resolve({ subject: "", text: "", html: "" }),
      send: ({ to }: { readonly to: { readonly address: string } }) => {
        left.push(to.address.replace(/-\d+@.*/, ""));
        return Promise.resolve({ kind: "left" as const, answer: "250" });
      },
      messageIdOf: (key: string) => key,
    };
    const countLeft = (name: string) => left.filter((each) => each === name).length;
    expect(await deliverMails(room)).toBe(40);
    expect(["accounts-password-reset", "elections-ballot-received"].map(countLeft)).toEqual([1, 1]);
    expect([countLeft("approvals-waiting"), countLeft("campaigns-notice")]).toEqual([38, 0]);
    while ((await deliverMails(room)) > 0);
    expect([countLeft("approvals-waiting"), countLeft("campaigns-notice")]).toEqual([45, 30]);
  });
});
