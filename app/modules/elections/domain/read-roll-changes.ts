// Reads the fields of a kept roll change. The column is JSON: what is in it is checked, and a row that holds something else is a bug.
import { z } from "zod";
import { rollFields } from "./roll-change.ts";
import type { RollFieldChange } from "./roll-change.ts";

const keptChanges = z.array(
  z.object({ field: z.enum(rollFields), before: z.json(), after: z.json(), isPublic: z.boolean() }),
);

export function readRollChanges(kept: unknown): RollFieldChange[] {
  return keptChanges.parse(kept);
}
