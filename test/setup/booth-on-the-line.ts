// Voters' browsers without a screen: they are signed in, send ballots to the built pages over HTTP, and send one again as the booth does
// when there was no answer.
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { hashToken } from "#app/modules/accounts/domain/tokens.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { sessionCookie } from "#app/platform/http/cookies.server.ts";
import { startWeb } from "#app/processes/web.ts";
import type { ElectionInTest } from "../factories/elections.ts";

const buildPath = fileURLToPath(new URL("../../build/server/index.js", import.meta.url));

/** What came back for a ballot; status 0: the line broke. */
export interface LineAnswer {
  readonly status: number;
  readonly outcome: string;
  readonly code?: string;
  readonly tracker?: string;
}

export interface BoothOnTheLine {
  readonly address: string;
  /** Sends a ballot once. */
  send(voter: number, ballot: string): Promise<LineAnswer>;
  /** Sends it until the house has taken or refused it, as a voter does; answers what came back each time. */
  sendUntilAnswered(voter: number, ballot: string): Promise<readonly LineAnswer[]>;
  close(): Promise<void>;
}

/** Serves the house of the election and signs every voter in. */
export async function startBooth(
  election: ElectionInTest,
  settings: Partial<Ground["settings"]> = {},
  log: Ground["log"] = election.given.context().log,
) {
  if (!existsSync(buildPath)) throw new Error("The pages are not built. Run npm test, which builds them.");
  const context = election.given.context();
  const ground: Ground = { ...context, log, settings: { ...context.settings, ...settings } };
  const cookies = await Promise.all(election.voters.map(({ actor }) => signedIn(ground, actor.accountId)));
  const web = await startWeb(ground, (await import(buildPath)) as ServerBuild, 0);
  const address = `http://127.0.0.1:${web.port}`;
  const send = async (voter: number, ballot: string): Promise<LineAnswer> => {
    const { electionId, ...cast } = election.casting(voter, ballot);
    const request = {
      method: "POST",
      redirect: "manual" as const,
      headers: { Cookie: cookies[voter] ?? "", "Content-Type": "application/json" },
      body: JSON.stringify(cast),
    };
    try {
      const response = await fetch(`${address}/my/elections/${electionId}/ballots`, request);
      const text = await response.text();
      const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
      const answer = (isJson && response.status < 500 ? JSON.parse(text) : {}) as Partial<LineAnswer>;
      return { outcome: "none", ...answer, status: response.status };
    } catch {
      return { outcome: "none", status: 0 };
    }
  };
  const booth: BoothOnTheLine = {
    address,
    send,
    async sendUntilAnswered(voter, ballot) {
      const answers: LineAnswer[] = [];
      while (answers.length < 18) {
        answers.push(await send(voter, ballot));
        if (answers.at(-1)!.outcome !== "none") return answers;
        await sleep(250);
      }
      throw new Error(`no answer for voter ${voter}: ${JSON.stringify(answers.at(-1))}`);
    },
    close: () => web.close(),
  };
  return booth;
}

async function signedIn({ database, clock }: Ground, accountId: string): Promise<string> {
  const token = `token-of-${accountId}`;
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const times = { createdAt: now, lastSeenAt: now, steppedUpAt: now, expiresAt };
  await database.session.create({ data: { accountId, tokenHash: hashToken(token), device: "test", ...times } });
  return (await sessionCookie(false).serialize(token)).split(";")[0] ?? "";
}
