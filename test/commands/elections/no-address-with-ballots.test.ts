// The network address of who votes is kept nowhere: in no table, no line of the program's log, no entry of the log of acts.
// Source: the incumbent kept it beside each vote (audit of v2.1; domain facts §2.6); CM/Rec(2017)5 no. 20.
import { Writable } from "node:stream";
import type { ActionFunctionArgs } from "@remix-run/node";
import { pino } from "pino";
import { expect, test } from "vitest";
import { ok } from "#app/lib/result/index.ts";
import { startSession } from "#app/modules/accounts/commands/start-session.server.ts";
import { action } from "#app/modules/elections/routes/my/ballots.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { anElection } from "#test/factories/elections.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { listRows } from "#test/setup/every-row.ts";

const address = "203.0.113.77";

describeOnEachDatabase("no-address-with-ballots", (given) => {
  // Requirement: CM 20, L9
  test("after a ballot was cast through the web, the voter's network address stands in no table and in no line of any log", async () => {
    const election = await (await anElection(given)).open();
    const voter = election.voters[0]!.actor;
    const lines: string[] = [];
    const log = pino(
      { level: "trace" },
      new Writable({
        write: (line: Buffer, _encoding, done) => {
          lines.push(line.toString());
          done();
        },
      }),
    );
    const ground = { ...given.context({ actor: voter }), log };
    const visit = { device: "a browser", address, previousToken: undefined };
    const session = await inTransaction(ground, async (within) =>
      ok(await startSession(within, voter.accountId, visit as unknown as Parameters<typeof startSession>[2])),
    );
    const cookie = (await sessionCookie(false).serialize(session.value)).split(";")[0] ?? "";
    const { electionId, ...cast } = election.casting(0, await election.encrypt(0, [1]));
    const request = new Request(`http://localhost:3000/my/elections/${electionId}/ballots`, {
      method: "POST",
      headers: { Cookie: cookie, "X-Forwarded-For": address, "Content-Type": "application/json" },
      body: JSON.stringify(cast),
    });
    const args: ActionFunctionArgs = {
      request,
      params: { electionId },
      context: { ground, cspNonce: "", clientAddress: address },
    };
    const answer = await action(args);
    expect(await answer.json()).toMatchObject({ outcome: "accepted" });
    const rows = await listRows(given);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ text }) => text.includes(address)).map(({ table }) => table)).toEqual([]);
    expect(lines.filter((line) => line.includes(address))).toEqual([]);
  });
});
