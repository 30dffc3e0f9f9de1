// The breath of long computations: others get their turn while they run.
import { expect, test } from "vitest";
import { breathEvery } from "./breath.server.ts";

test("the event loop has its turn once in so many steps, and not at each", async () => {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const breathe = breathEvery(50);
  for (let step = 1; step < 50; step += 1) await breathe();
  expect(turns).toBe(0);
  for (let step = 50; step <= 200; step += 1) await breathe();
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(3);
  expect(turns).toBeLessThan(20);
});
