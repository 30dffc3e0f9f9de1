// Casting again and again: each ballot is work for the server, so after twenty in an hour the booth is asked to wait.
import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { hashToken } from "#app/modules/accounts/domain/tokens.ts";
import { action } from "#app/modules/elections/routes/my/ballots.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { anElection } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

describeOnEachDatabase("cast-allowance", (given) => {
  test("the twenty-second cast within an hour waits, is told so, and another organisation's does not", async () => {
    const election = await (await anElection(given)).open();
    const context = given.context();
    const send = async (voter: number): Promise<Response> => {
      const { accountId } = election.voters[voter]!.actor;
      const token = `token-of-${accountId}`;
      const now = context.clock.now();
      await context.database.session.upsert({
        where: { tokenHash: hashToken(token) },
        update: {},
        create: {
          accountId,
          tokenHash: hashToken(token),
          createdAt: now,
          lastSeenAt: now,
          steppedUpAt: now,
          expiresAt: new Date(now.getTime() + 3_600_000),
          device: "test",
        },
      });
      const cookie = (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
      const request = new Request("http://localhost:3000/my/elections/e/ballots", {
        method: "POST",
        headers: { Cookie: cookie },
        body: JSON.stringify({ rollEntryId: election.codeOf(0).rollEntryId, ballot: "{}", bindingKey: "0".repeat(64) }),
      });
      const args: ActionFunctionArgs = {
        request,
        params: { electionId: election.electionId },
        context: { ground: context, cspNonce: "", clientAddress: "" },
      };
      return action(args);
    };
    // Somebody else's attempts at this entry use up nothing of it.
    for (let attempt = 0; attempt < 22; attempt += 1) await send(1);
    for (let attempt = 0; attempt < 21; attempt += 1) {
      expect(await (await send(0)).json()).toEqual({ outcome: "refused", code: "BALLOT_INVALID" });
    }
    const refused = await send(0);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await refused.json()).toEqual({ outcome: "refused", code: "TOO_MANY_CASTS" });
  });
});
