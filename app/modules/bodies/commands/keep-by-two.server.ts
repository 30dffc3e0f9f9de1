// Rules of bodies and office holders change by two people: the rules decide who is seated, and office holders bar citizenships and people.
// Source: CM/Rec(2017)5 no. 28 (rules are set before) and no. 41 (sensitive acts in teams of two).
import { z } from "zod";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { refuse } from "#app/lib/result/index.ts";
import type { ApprovableAct, ProposedChange } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { rulesDifferences } from "../domain/rules.ts";
import { permissions } from "../module.ts";
import { findBody, findBodyRules } from "../queries/bodies.server.ts";
import { listTerms } from "../queries/office-holders.server.ts";
import type { BodyRulesVersionInput } from "./change-rules.server.ts";
import { bodyRulesVersionInput, judgeRules, judgeWithdrawal, removeRules, writeRules } from "./change-rules.server.ts";
import type { EndTermInput } from "./keep-term.server.ts";
import { endTermInput, factsOfTerm, judgeCorrection, judgeEnd, writeCorrection, writeEnd } from "./keep-term.server.ts";
import type { TermInput } from "./record-terms.server.ts";
import { judgeTerms, termInput, writeTerms } from "./record-terms.server.ts";

const ofVersion = z.object({ rulesId: z.string(), effectiveFrom: z.string() });
const ofTerm = z.object({ termId: z.string(), name: z.string() });
const endOfTerm = endTermInput.extend(ofTerm.shape);
const correction = z.object({ ...ofTerm.shape, term: termInput });

const rulesByTwo = {
  mayPropose: permissions["bodies:change-rules"],
  mayApprove: permissions["bodies:approve"],
};
const termsByTwo = { mayPropose: permissions["bodies:keep-terms"], mayApprove: permissions["bodies:approve"] };

export const addBodyRulesAct: ApprovableAct = {
  kind: "bodies:add-rules",
  ...rulesByTwo,
  async describe(context, { subjectId, payload }) {
    const { effectiveFrom, source, isAssumed, document } = bodyRulesVersionInput.parse(payload);
    const before = await findBodyRules(context, subjectId, effectiveFrom);
    return [
      { field: "effectiveFrom", before: before?.effectiveFrom ?? null, after: effectiveFrom },
      { field: "source", before: before?.source ?? null, after: source },
      { field: "isAssumed", before: before?.isAssumed ?? null, after: isAssumed },
      ...(await Promise.all(rulesDifferences(before?.document, document).map((each) => inWords(context, each)))).map(
        // Why: where there were no rules there was no rule that said "no limit".
        (change) => (before === undefined ? { ...change, before: null } : change),
      ),
    ];
  },
  carryOut: (within, { subjectId, payload }) => writeRules(within, subjectId, bodyRulesVersionInput.parse(payload)),
};

export const withdrawBodyRulesAct: ApprovableAct = {
  kind: "bodies:withdraw-rules",
  ...rulesByTwo,
  describe: async (_context, { payload }) => [
    { field: "effectiveFrom", before: ofVersion.parse(payload).effectiveFrom, after: null },
  ],
  carryOut: (within, { payload }) => removeRules(within, ofVersion.parse(payload)),
};

export const recordTermAct: ApprovableAct = {
  kind: "bodies:record-term",
  ...termsByTwo,
  describe: async (_context, { payload }) => fieldsBetween({}, factsOfTerm(termInput.parse(payload))),
  carryOut: (within, { subjectId, payload }) =>
    writeTerms(within, { bodyKey: subjectId, holders: [termInput.parse(payload)] }),
};

export const endTermAct: ApprovableAct = {
  kind: "bodies:end-term",
  ...termsByTwo,
  async describe(context, { payload }) {
    const { termId, on, reason } = endOfTerm.parse(payload);
    const term = await findTerm(context, termId);
    return [
      { field: "name", before: null, after: term?.name ?? null },
      { field: "endedOn", before: term?.endedOn ?? term?.until ?? null, after: on },
      { field: "reason", before: term?.endReason ?? null, after: reason },
    ];
  },
  carryOut(within, { payload }) {
    const { termId, on, reason } = endOfTerm.parse(payload);
    return writeEnd(within, termId, { on, reason });
  },
};

export const correctTermAct: ApprovableAct = {
  kind: "bodies:correct-term",
  ...termsByTwo,
  async describe(context, { payload }) {
    const { termId, term } = correction.parse(payload);
    const before = await findTerm(context, termId);
    return fieldsBetween(before === undefined ? {} : factsOfTerm(before), factsOfTerm(term));
  },
  carryOut(within, { payload }) {
    const { termId, term } = correction.parse(payload);
    return writeCorrection(within, termId, term);
  },
};

type Proposed = Promise<Result<{ proposalId: string }, Refusal>>;

export function proposeBodyRules(context: Context, bodyKey: string, input: BodyRulesVersionInput): Proposed {
  requirePermission(context.actor, permissions, "bodies:change-rules");
  const rules = bodyRulesVersionInput.parse(input);
  const wish = { act: addBodyRulesAct, bodyKey, payload: rules, reason: rules.source };
  return propose(context, wish, (within) => judgeRules(within, bodyKey, rules));
}

export function proposeRulesWithdrawal(
  context: Context,
  bodyKey: string,
  { rulesId, reason }: { readonly rulesId: string; readonly reason: string },
): Proposed {
  requirePermission(context.actor, permissions, "bodies:change-rules");
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    await takeWritersLock(within);
    const judged = await judgeWithdrawal(within, { rulesId });
    if (!judged.ok) return judged;
    const payload = { rulesId, effectiveFrom: judged.value.effectiveFrom };
    return proposeFor(within, { act: withdrawBodyRulesAct, bodyKey, payload, reason });
  });
}

export function proposeTerm(context: Context, bodyKey: string, holder: TermInput): Proposed {
  requirePermission(context.actor, permissions, "bodies:keep-terms");
  const term = termInput.parse(holder);
  const wish = { act: recordTermAct, bodyKey, payload: term, reason: term.source };
  return propose(context, wish, (within) => judgeTerms(within, { bodyKey, holders: [term] }));
}

export function proposeTermEnd(context: Context, termId: string, input: EndTermInput): Proposed {
  requirePermission(context.actor, permissions, "bodies:keep-terms");
  const { on, reason } = endTermInput.parse(input);
  return proposeOfTerm(context, termId, (within) => judgeEnd(within, termId, { on }), {
    act: endTermAct,
    payloadOf: (of) => ({ ...of, on, reason }),
    reason,
  });
}

export function proposeTermCorrection(context: Context, termId: string, input: TermInput): Proposed {
  requirePermission(context.actor, permissions, "bodies:keep-terms");
  const term = termInput.parse(input);
  return proposeOfTerm(context, termId, (within) => judgeCorrection(within, termId, term), {
    act: correctTermAct,
    payloadOf: (of) => ({ ...of, term }),
    reason: term.source,
  });
}

interface Wish {
  readonly act: ApprovableAct;
  readonly bodyKey: string;
  readonly payload: object;
  readonly reason: string;
}

type Judge = (within: ContextWithin) => Promise<Result<unknown, Refusal>>;

/** What could not be done is not proposed. */
function propose(context: Context, wish: Wish, judge: Judge): Proposed {
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    await takeWritersLock(within);
    const judged = await judge(within);
    return judged.ok ? proposeFor(within, wish) : judged;
  });
}

function proposeOfTerm(
  context: Context,
  termId: string,
  judge: Judge,
  wish: {
    readonly act: ApprovableAct;
    readonly payloadOf: (of: z.infer<typeof ofTerm>) => object;
    readonly reason: string;
  },
): Proposed {
  return inTransaction<Result<{ proposalId: string }, Refusal>>(context, async (within) => {
    await takeWritersLock(within);
    const judged = await judge(within);
    if (!judged.ok) return judged;
    const term = await findTerm(within, termId);
    if (term === undefined) return refuse("TERM_UNKNOWN");
    const { act, payloadOf, reason } = wish;
    return proposeFor(within, { act, reason, bodyKey: term.bodyKey, payload: payloadOf({ termId, name: term.name }) });
  });
}

async function proposeFor(within: ContextWithin, { act, bodyKey, payload, reason }: Wish) {
  const body = await findBody(within, bodyKey);
  return proposeActWithin(within, act, {
    ...{ subjectType: "body", subjectId: bodyKey, reason },
    ...(body === undefined ? {} : { subjectTitle: body.names }),
    // Why through text: what is kept is JSON, in which nothing is undefined.
    payload: JSON.parse(JSON.stringify(payload)) as Json,
  });
}

async function findTerm(context: ReadingContext, termId: string) {
  return (await listTerms(context)).find(({ id }) => id === termId);
}

/** What stands empty in a rule means something, and bodies have names: the second person reads both. */
async function inWords(
  context: ReadingContext,
  { field, before, after }: ReturnType<typeof rulesDifferences>[number],
): Promise<ProposedChange> {
  const say = (value: string | null): Json | Promise<Json> => {
    if (value === null) return emptyRules[field] ?? null;
    return field === "incompatibleBodies" ? namesOfBodies(context, value.split(", ")) : value;
  };
  return { field, before: await say(before), after: await say(after) };
}

const emptyRules: Readonly<Record<string, string>> = {
  capPerCitizenship: "no-limit",
  capPerEmployerGroup: "no-limit",
  termYearsByRank: "same",
};

async function namesOfBodies(context: ReadingContext, bodyKeys: readonly string[]): Promise<Json> {
  const bodies = await Promise.all(bodyKeys.map((bodyKey) => findBody(context, bodyKey)));
  const namesIn = (language: Language) =>
    bodies.map((body, index) => body?.names[language] ?? bodyKeys[index] ?? "").join(", ");
  return { es: namesIn("es"), en: namesIn("en"), pt: namesIn("pt") };
}

function fieldsBetween(before: Readonly<Record<string, Json>>, after: Readonly<Record<string, Json>>) {
  return Object.entries(after)
    .map(([field, value]): ProposedChange => ({ field, before: before[field] ?? null, after: value }))
    .filter((change) => change.before !== change.after);
}
