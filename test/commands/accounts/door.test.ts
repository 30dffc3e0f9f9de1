// The door of what is sensitive: where people are real, a role needs a second factor.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import type { DoorWish } from "#app/modules/accounts/index.server.ts";
import { grantRole, openDoor } from "#app/modules/accounts/index.server.ts";
import { action as onBodyDesk } from "#app/modules/bodies/routes/staff/body-desk.tsx";
import { action as onBodyList } from "#app/modules/bodies/routes/staff/body-list.tsx";
import { action as onBodyRules, loader as openBodyRules } from "#app/modules/bodies/routes/staff/body-rules.tsx";
import { action as onTerm, loader as openTerm } from "#app/modules/bodies/routes/staff/term.tsx";
import { action as onNewRules, loader as openNewRules } from "#app/modules/membership/routes/staff/rules-new.tsx";
import { action as onRules } from "#app/modules/membership/routes/staff/rules.tsx";
import type { Context } from "#app/platform/context.server.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import type { Mode } from "#app/platform/settings.server.ts";
import { aSignedInBrowser } from "#test/factories/browsers-by-role.ts";
import { aPersonWithAccount } from "#test/factories/elections.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { aMailRoom, anEnrolledFactor, aPersonWithPassword, aSession } from "./people.ts";

const seal = "/commission/elections/e1/seal?step=2";
const sensitive: DoorWish = { roles: ["commission"], steppedUp: true };

describeOnEachDatabase("door", (given) => {
  test("in production sends a role without a second factor to turn one on, and says where she wanted to go", async () => {
    const { enter } = await aCommissionMember(given.context());
    const answer = await enter("production", sensitive);
    expect(answer).toBe(`/my/second-factor?required=yes&next=${encodeURIComponent(seal)}`);
    expect(await enter("production", { roles: ["commission"] })).toBe("entered");
    expect(await enter("production", { steppedUp: true })).toBe("entered");
  });

  test("in production lets her in once it is on", async () => {
    const { maria, enter } = await aCommissionMember(given.context());
    await anEnrolledFactor(maria);
    expect(await enter("production", sensitive)).toBe("entered");
  });

  test("in the demonstration asks for no second factor", async () => {
    const { enter } = await aCommissionMember(given.context());
    expect(await enter("demonstration", sensitive)).toBe("entered");
  });

  // Requirement: CM 41
  test("whoever would propose terms, bodies or rules proves first who she is, at each of their doors", async () => {
    await aMailRoom(given.context());
    const { accountId } = await aPersonWithAccount(given, "Ada Administra", ["administrator"]);
    const cookie = await aSignedInBrowser(given, accountId, "token of Ada");
    await given.database.session.updateMany({ data: { steppedUpAt: null } });
    const context = { ground: given.context(), cspNonce: "", clientAddress: "" };
    const params = { bodyKey: "board", termId: "t" };
    const forms = { openTerm, openBodyRules, openNewRules };
    const acts = { onBodyList, onBodyDesk, onTerm, onBodyRules, onRules, onNewRules };
    for (const [door, open] of Object.entries({ ...forms, ...acts })) {
      const sent = door in acts ? { method: "POST", body: new URLSearchParams({ reason: "x" }) } : {};
      const request = new Request(given.settings.baseUrl, { ...sent, headers: { Cookie: cookie } });
      const answer: unknown = await open({ request, params, context }).catch((thrown: unknown) => thrown);
      expect(answer instanceof Response ? answer.headers.get("Location") : answer, door).toMatch(/^\/step-up/);
    }
  });
});

async function aCommissionMember(context: Context) {
  await aMailRoom(context);
  const maria = await aPersonWithPassword(context);
  expectOk(await grantRole(context, { accountId: maria.accountId, role: "commission" }));
  const { token } = await aSession(maria);
  const cookie = (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
  const enter = async (mode: Mode, wish: DoorWish): Promise<string> => {
    const ground = { ...context, settings: { ...context.settings, mode } };
    const request = new Request(`http://localhost:3000${seal}`, { headers: { Cookie: cookie } });
    const args: LoaderFunctionArgs = { request, params: {}, context: { ground, cspNonce: "", clientAddress: "" } };
    try {
      await openDoor(args, wish);
      return "entered";
    } catch (answer) {
      if (!(answer instanceof Response)) throw answer;
      return answer.headers.get("Location") ?? String(answer.status);
    }
  };
  return { maria, enter };
}
