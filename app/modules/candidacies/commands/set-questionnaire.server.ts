// Two of the commission write what candidates of one body or several are asked, from a day in the future: the answers are a part of the
// file that is decided on. Calls that are published keep what they began with. Source: CM/Rec(2017)5 no. 28 (rules are set before) and no. 41.
import { z } from "zod";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import type {
  ApprovableAct,
  ApprovedAct,
  ProposeActRefusal,
  ProposedChange,
} from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { listBodies } from "#app/modules/bodies/index.server.ts";
import type { Context, ContextWithin, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { languages } from "#app/platform/language/languages.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import { questionnaireDocument } from "../domain/questionnaire.ts";
import { questionnaireDifferences } from "../domain/questionnaire-differences.ts";
import { permissions } from "../module.ts";
import { questionnaireOn } from "../queries/questionnaire.server.ts";

export const questionnaireInput = z.object({
  bodyKeys: z.array(z.string().min(1).max(60)).min(1, "problems.bodyMissing").max(20),
  effectiveFrom: z.iso.date("problems.dayMalformed"),
  isAssumed: z.boolean(),
  source: z.string().trim().min(1, "problems.sourceMissing").max(1_000, "problems.tooLong"),
  document: questionnaireDocument,
});
export type QuestionnaireInput = z.input<typeof questionnaireInput>;
type Questionnaire = z.output<typeof questionnaireInput>;

export type SetQuestionnaireRefusal = Refusal<
  "QUESTIONNAIRE_NOT_IN_THE_FUTURE" | "QUESTIONNAIRE_DAY_TAKEN" | "BODY_UNKNOWN" | "QUESTIONNAIRE_UNCHANGED"
>;

export const setQuestionnaireAct: ApprovableAct = {
  kind: "candidacies:set-questionnaire",
  mayPropose: permissions["candidacies:set-questionnaire"],
  mayApprove: permissions["candidacies:set-questionnaire"],
  describe: (context, { payload }) => describe(context, questionnaireInput.parse(payload)),
  carryOut: (within, act) => writeVersions(within, questionnaireInput.parse(act.payload), act),
};

/** Proposes; nobody is asked anything else yet. What could not be done is not proposed. */
export async function proposeQuestionnaire(
  context: Context,
  input: QuestionnaireInput,
): Promise<Result<{ readonly proposalId: string }, SetQuestionnaireRefusal | ProposeActRefusal>> {
  requirePermission(context.actor, permissions, "candidacies:set-questionnaire");
  const version = questionnaireInput.parse(input);
  return inTransaction<Result<{ proposalId: string }, SetQuestionnaireRefusal | ProposeActRefusal>>(
    context,
    async (within) => {
      await takeWritersLock(within);
      const judged = await judge(within, version);
      if (!judged.ok) return judged;
      return proposeActWithin(within, setQuestionnaireAct, {
        subjectType: "questionnaire",
        subjectId: version.bodyKeys.toSorted().join("+"),
        subjectTitle: await namesOf(within, version.bodyKeys),
        // Why through text: what is kept is JSON, in which nothing is undefined.
        payload: JSON.parse(JSON.stringify(version)) as Json,
        reason: version.source,
      });
    },
  );
}

async function judge(
  within: ReadingContext,
  { bodyKeys, effectiveFrom, document }: Questionnaire,
): Promise<Result<undefined, SetQuestionnaireRefusal>> {
  const today = utcDay(within.clock.now());
  if (effectiveFrom <= today) return refuse("QUESTIONNAIRE_NOT_IN_THE_FUTURE", { effectiveFrom, today });
  const known = (await listBodies(within)).map(({ key }) => key);
  const stranger = bodyKeys.find((key) => !known.includes(key));
  if (stranger !== undefined) return refuse("BODY_UNKNOWN", { body: stranger });
  const where = { bodyKey: { in: [...bodyKeys] }, effectiveFrom };
  const taken = await within.database.questionnaireTemplate.count({ where });
  if (taken > 0) return refuse("QUESTIONNAIRE_DAY_TAKEN", { effectiveFrom });
  const before = await Promise.all(bodyKeys.map((key) => questionnaireOn(within, key, effectiveFrom)));
  const isSame = before.every((each) => !each.isAssumed && canonicalJson(each.document) === canonicalJson(document));
  return isSame ? refuse("QUESTIONNAIRE_UNCHANGED") : ok(undefined);
}

async function describe(context: ReadingContext, version: Questionnaire): Promise<ProposedChange[]> {
  const { bodyKeys, effectiveFrom, isAssumed, document } = version;
  const before = await Promise.all(bodyKeys.map((key) => questionnaireOn(context, key, effectiveFrom)));
  const [first] = before;
  // Where the bodies are asked different things until then, all of it is new to one of them.
  const isOne = before.every((each) => canonicalJson(each.document) === canonicalJson(first?.document ?? {}));
  return [
    { field: "bodies", before: null, after: await namesOf(context, bodyKeys) },
    { field: "effectiveFrom", before: isOne ? (first?.effectiveFrom ?? null) : null, after: effectiveFrom },
    { field: "isAssumed", before: isOne ? (first?.isAssumed ?? null) : null, after: isAssumed },
    ...questionnaireDifferences(isOne ? first?.document : undefined, document),
  ];
}

async function writeVersions(
  within: ContextWithin,
  version: Questionnaire,
  { proposalId, proposedBy }: Pick<ApprovedAct<Json>, "proposalId" | "proposedBy">,
): Promise<Result<undefined, SetQuestionnaireRefusal>> {
  await takeWritersLock(within);
  const judged = await judge(within, version);
  if (!judged.ok) return judged;
  const { bodyKeys, effectiveFrom, isAssumed, source, document } = version;
  for (const bodyKey of bodyKeys) {
    const id = randomIdentifier(within.random);
    const before = await questionnaireOn(within, bodyKey, effectiveFrom);
    await recordAudit(within, {
      action: "candidacies:questionnaire-set",
      subjectType: "questionnaire",
      subjectId: bodyKey,
      changes: questionnaireDifferences(before.document, document),
      details: { bodies: await namesOf(within, [bodyKey]), effectiveFrom, isAssumed, source, proposalId },
    });
    const createdAt = within.clock.now();
    await within.database.questionnaireTemplate.create({
      data: { id, bodyKey, effectiveFrom, isAssumed, source, document, createdAt, createdBy: proposedBy },
    });
  }
  return ok(undefined);
}

async function namesOf(context: ReadingContext, bodyKeys: readonly string[]): Promise<Trilingual> {
  const bodies = (await listBodies(context)).filter(({ key }) => bodyKeys.includes(key));
  const [es, en, pt] = languages.map((language) => bodies.map(({ names }) => names[language]).join(", "));
  return { es: es ?? "", en: en ?? "", pt: pt ?? "" };
}
