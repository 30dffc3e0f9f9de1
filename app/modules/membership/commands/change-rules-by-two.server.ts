// Classes, categories and their votes change by two people: whoever changes the weights alone decides who wins.
// Source: CM/Rec(2017)5 no. 28 (rules are set before) and no. 41 (sensitive acts in teams of two).
import { z } from "zod";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { differencesBetween } from "../domain/rule-differences.ts";
import { permissions } from "../module.ts";
import { rulesOn } from "../queries/rules.server.ts";
import type { RulesVersionInput } from "./change-rules.server.ts";
import {
  judgeVersion,
  judgeWithdrawal,
  removeVersion,
  rulesVersionInput,
  writeVersion,
} from "./change-rules.server.ts";

const ofVersion = z.object({ rulesId: z.string(), effectiveFrom: z.string() });
const subject = { subjectType: "membership-rules" };

const byTwo = {
  mayPropose: permissions["membership:change-rules"],
  mayApprove: permissions["membership:approve-rules"],
};

export const addRulesAct: ApprovableAct = {
  kind: "membership:add-rules",
  ...byTwo,
  async describe(context, { payload }) {
    const { effectiveFrom, source, isAssumed, document } = rulesVersionInput.parse(payload);
    const before = await rulesOn(context, effectiveFrom);
    return [
      { field: "effectiveFrom", before: before.effectiveFrom, after: effectiveFrom },
      { field: "source", before: before.source, after: source },
      { field: "isAssumed", before: before.isAssumed, after: isAssumed },
      ...differencesBetween(before.document, document).map(({ field, ...sides }) => ({
        field,
        before: valueFrom(field, sides.before),
        after: valueFrom(field, sides.after),
      })),
    ];
  },
  carryOut: (within, { payload }) => writeVersion(within, rulesVersionInput.parse(payload)),
};

export const withdrawRulesAct: ApprovableAct = {
  kind: "membership:withdraw-rules",
  ...byTwo,
  describe: async (_context, { payload }) => [
    { field: "effectiveFrom", before: ofVersion.parse(payload).effectiveFrom, after: null },
  ],
  carryOut: (within, { payload }) => removeVersion(within, ofVersion.parse(payload)),
};

/** The log keeps each side as text; the second person reads names in her language, numbers, and codes that have a word. */
function valueFrom(field: string, text: string | null): Json {
  if (text === null) return null;
  if (field.startsWith("classes.") && field.endsWith(".votes") && text === "null") return "by-category";
  if (field.startsWith("classes.") || field.endsWith(".names")) return JSON.parse(text) as Json;
  return text === "no limit" || text === "not used" ? text.replace(" ", "-") : text;
}

type Proposed = Promise<Result<{ proposalId: string }, Refusal>>;

/** Proposes a version; until somebody else approves it the rules stay. */
export function proposeRulesVersion(context: Context, input: RulesVersionInput): Proposed {
  requirePermission(context.actor, permissions, "membership:change-rules");
  const version = rulesVersionInput.parse(input);
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    await takeWritersLock(within);
    const judged = await judgeVersion(within, version);
    if (!judged.ok) return judged;
    return proposeActWithin(within, addRulesAct, {
      ...{ ...subject, subjectId: version.effectiveFrom, reason: version.source },
      // Why through text: what is kept is JSON, in which nothing is undefined.
      payload: JSON.parse(JSON.stringify(version)) as Json,
    });
  });
}

/** Proposes to take back a version whose day has not come. */
export function proposeVersionWithdrawal(
  context: Context,
  { rulesId, reason }: { readonly rulesId: string; readonly reason: string },
): Proposed {
  requirePermission(context.actor, permissions, "membership:change-rules");
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    await takeWritersLock(within);
    const judged = await judgeWithdrawal(within, { rulesId });
    if (!judged.ok) return judged;
    const { effectiveFrom } = judged.value;
    const payload = { rulesId, effectiveFrom };
    return proposeActWithin(within, withdrawRulesAct, { ...subject, subjectId: rulesId, reason, payload });
  });
}
