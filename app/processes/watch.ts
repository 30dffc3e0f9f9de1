// What the house does about its own honesty while it serves: signs the log, shows it to witnesses, anchors the boxes, verifies, alerts.
import { performance } from "node:perf_hooks";
import {
  ClockWatch,
  reportRewrittenLog,
  watchCodes,
  watchProofs,
  watchWitnessAnswers,
  watchWitnesses,
} from "#app/modules/alerts/index.server.ts";
import { publishCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { recordBoxHeads } from "#app/modules/elections/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import type { Repetition } from "./repeat.ts";
import { repeat } from "./repeat.ts";

const second = 1000;
const minute = 60 * second;

/** Starts everything; `stop` lets the present rounds finish. */
export function startWatch(ground: Ground): Repetition {
  const clock = new ClockWatch(ground, () => performance.now());
  const { log } = ground;
  const repetitions = [
    repeat("watching the clock", 10 * second, log, () => clock.look()),
    repeat("signing the log", 2 * second, log, () => signLog(ground)),
    repeat("anchoring the ballot boxes", minute, log, async () => void (await recordBoxHeads(ground))),
    repeat("watching the witnesses", minute, log, () => watchWitnesses(ground)),
    repeat("watching the mails with voting codes", minute, log, () => watchCodes(ground)),
    repeat("verifying log, boxes and rolls", 5 * minute, log, () => watchProofs(ground)),
  ];
  return {
    async stop() {
      await Promise.all(repetitions.map((repetition) => repetition.stop()));
    },
  };
}

async function signLog(ground: Ground): Promise<void> {
  const published = await publishCheckpoint(ground);
  if (published.ok) await watchWitnessAnswers(ground, published.value);
  else await reportRewrittenLog(ground, published.error.details);
}
