// Who decides on a candidacy, publishes, releases questions or withdraws gave the second proof just now.
import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { grantRole } from "#app/modules/accounts/index.server.ts";
import { action as moderate } from "#app/modules/candidacies/routes/my/commission/moderation.tsx";
import { action as review } from "#app/modules/candidacies/routes/my/commission/review.tsx";
import { action as publish } from "#app/modules/candidacies/routes/my/commission/review-list.tsx";
import { action as withdraw } from "#app/modules/candidacies/routes/my/withdraw.tsx";
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
});
