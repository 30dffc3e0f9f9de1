// Two of the commission let an election go without a dress rehearsal, and say why for everybody to read.
import { ok } from "#app/lib/result/index.ts";
import type { NothingMore } from "./refresh-staying.server.ts";
import type { ActBeforeSealing } from "./decide-before-sealing.server.ts";
import { actBeforeSealing } from "./decide-before-sealing.server.ts";

export const waiveRehearsal: ActBeforeSealing<NothingMore> = {
  kind: "elections:waive-rehearsal",
  decision: "rehearsal-waived",
  judge: () => Promise.resolve(ok({ changes: [], subject: {} })),
  write: () => Promise.resolve(),
};

export const waiveRehearsalAct = actBeforeSealing(waiveRehearsal);
