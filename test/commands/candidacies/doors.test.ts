// Who decides on a candidacy, publishes, releases questions or withdraws gave the second proof just now.
import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { grantRole } from "#app/modules/accounts/index.server.ts";
import { action as moderate } from "#app/modules/candidacies/routes/my/commission/moderation.tsx";
import { action as review } from "#app/modules/candidacies/routes/my/commission/review.tsx";
import { action as publish } from "#app/modules/candidacies/routes/my/commission/review-list.tsx";
import { action as withdraw } from "#app/modules/candidacies/routes/my/withdraw.tsx";
import { action as confirmContact } from "#app/modules/elections/routes/my/confirm-contact.tsx";
import { action as contactCampaign } from "#app/modules/elections/routes/staff/contact-campaign.tsx";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { aCall } from "#test/factories/candidacies.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { aMailRoom, aPersonWithPassword, aSession } from "../accounts/people.ts";

describeOnEachDatabase("doors of candidacies", (given) => {
  test.each([
    ["a decision", review],
    ["the publication", publish],
    ["the release of a question", moderate],
    ["a withdrawal", withdraw],
  ])("%s asks for a fresh proof of who sits before the browser", async (_name, action) => {
    const call = await aCall(given);
    const candidacyId = await call.complete(0);
    const context = given.context();
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    expectOk(await grantRole(context, { accountId: maria.accountId, role: "commission" }));
    const { token } = await aSession(maria);
    const cookie = (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
    given.clock.set(new Date(given.clock.now().getTime() + 3 * 3_600_000));
    const body = new URLSearchParams({ kind: "admit" });
    const request = new Request("http://localhost:3000/here", { method: "POST", body, headers: { Cookie: cookie } });
    const params = { electionId: call.electionId, candidacyId };
    const args: ActionFunctionArgs = {
      request,
      params,
      context: { ground: given.context(), cspNonce: "", clientAddress: "" },
    };
    const answer = await action(args).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect((answer as Response).headers.get("Location")).toContain("step-up");
  });

  test("a form in which nothing stands withdraws nothing, corrects no contact and writes to nobody", async () => {
    const call = await aCall(given);
    const candidacyId = await call.complete(0);
    const context = given.context();
    await aMailRoom(context);
    const maria = await aPersonWithPassword(context);
    const { accountId } = maria;
    expectOk(await grantRole(context, { accountId, role: "staff" }));
    await given.database.candidacy.update({ where: { id: candidacyId }, data: { accountId } });
    const { token } = await aSession(maria);
    const cookie = (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
    const post = async (action: (args: ActionFunctionArgs) => Promise<unknown>, fields: Record<string, string>) => {
      const body = new URLSearchParams(fields);
      const request = new Request("http://localhost:3000/here", { method: "POST", body, headers: { Cookie: cookie } });
      const params = { electionId: call.electionId, candidacyId };
      const answer = await action({
        request,
        params,
        context: { ground: given.context(), cspNonce: "", clientAddress: "" },
      }).then(
        (said) => said,
        (thrown: unknown) => thrown,
      );
      return answer instanceof Response ? answer.status : (answer as { data?: unknown }).data;
    };
    const mails = await given.database.outgoingMail.count();
    const notConfirmed = { refusal: { code: "WITHDRAWAL_NOT_CONFIRMED" } };
    expect(await post(withdraw, {})).toMatchObject(notConfirmed);
    expect(await post(withdraw, { reason: "Me voy", confirmed: "on" })).toMatchObject(notConfirmed);
    for (const action of [confirmContact, contactCampaign]) expect(await post(action, {})).toBe(400);
    expect(await given.database.outgoingMail.count()).toBe(mails);
    const withdrawnAt = async () =>
      (await given.database.candidacy.findUniqueOrThrow({ where: { id: candidacyId } })).withdrawnAt;
    expect(await withdrawnAt()).toBeNull();
    expect(await post(withdraw, { confirmed: "withdraw" })).toBe(302);
    expect(await withdrawnAt()).not.toBeNull();
  });
});
