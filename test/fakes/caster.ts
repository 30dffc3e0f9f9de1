// A program that casts prepared ballots as fast as it can until somebody kills it. Use: node --import tsx caster.ts ORDERS.json
// It says "accepted <tracker>" only after the command has answered; what it was doing when it was killed, nobody knows.
import { readFileSync, writeSync } from "node:fs";
import { pino } from "pino";
import { expectOk } from "#app/lib/result/index.ts";
import { castBallot } from "#app/modules/elections/index.server.ts";
import type { CastBallotInput } from "#app/modules/elections/commands/cast-ballot.server.ts";
import { SettableClock } from "#app/platform/clock.ts";
import { withActor } from "#app/platform/context.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import { systemRandomness } from "#app/platform/randomness.server.ts";
import type { Settings } from "#app/platform/settings.server.ts";

export interface CasterOrders {
  readonly settings: Settings;
  readonly now: string;
  readonly castings: readonly { readonly actor: Actor; readonly input: CastBallotInput }[];
}

const orders = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as CasterOrders;
const ground = {
  settings: orders.settings,
  database: await openDatabase(orders.settings.databaseUrl),
  clock: new SettableClock(new Date(orders.now)),
  random: systemRandomness,
  log: pino({ level: "silent" }),
};
writeSync(1, "ready\n");
for (const { actor, input } of orders.castings) {
  const { tracker } = expectOk(await castBallot(withActor(ground, actor), input));
  writeSync(1, `accepted ${tracker}\n`);
}
writeSync(1, "done\n");
await ground.database.$disconnect();
