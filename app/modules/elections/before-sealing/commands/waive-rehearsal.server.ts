// Two of the commission let an election go without a dress rehearsal, and say why for everybody to read. It holds for the trustees and the mail
// route of that moment: with others they would have to say so again.
import { ok } from "#app/lib/result/index.ts";
import { rehearsalGroundNow } from "../queries/rehearsal-ground.server.ts";
import type { NothingMore } from "./refresh-staying.server.ts";
import type { ActBeforeSealing } from "./decide-before-sealing.server.ts";
import { actBeforeSealing } from "./decide-before-sealing.server.ts";

export const waiveRehearsal: ActBeforeSealing<NothingMore> = {
  kind: "elections:waive-rehearsal",
  decision: "rehearsal-waived",
  judge(context, { trustees }) {
    const ground = rehearsalGroundNow(context, trustees);
    return Promise.resolve(
      ok({ changes: [{ field: "rehearsalGround", before: null, after: ground }], subject: { ground } }),
    );
  },
  write: () => Promise.resolve(),
};

export const waiveRehearsalAct = actBeforeSealing(waiveRehearsal);
