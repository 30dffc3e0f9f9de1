// A mail in our own words to many: one of the staff proposes it, a commissioner reads the words in the three languages, to how many they go and
// when, and approves exactly that. Source: CM/Rec(2017)5 no. 41 (sensitive acts in teams of two); decision 0020.
import { z } from "zod";
import type { Json } from "#app/lib/canonical-json/index.ts";
import type { Result } from "#app/lib/result/index.ts";
import { ok } from "#app/lib/result/index.ts";
import { getAccount } from "#app/modules/accounts/index.server.ts";
import type { ApprovableAct, ProposedChange, ProposeActRefusal } from "#app/modules/approvals/index.server.ts";
import { proposeActWithin } from "#app/modules/approvals/index.server.ts";
import { takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import type { Context, ReadingContext } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import { formatsIn } from "#app/platform/language/formats.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { languages } from "#app/platform/language/languages.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { campaignColumns } from "../domain/kept-campaign.ts";
import { permissions } from "../module.ts";
import type { JudgePlanRefusal, MailWish } from "./judge-plan.server.ts";
import { countAddresses, judgePlan, stageInstant } from "./judge-plan.server.ts";
import type { PlanCampaignInput } from "./plan-campaign.server.ts";
import { inPresentWords, planCampaignInput, writePlan } from "./plan-campaign.server.ts";

/** The words are part of it: what staff write afterwards is another proposal. */
const proposedMail = campaignColumns.omit({ state: true, totals: true }).extend({
  when: z.union([z.literal("now"), z.literal("stage"), z.iso.datetime().transform((at) => new Date(at))]),
  repetitionReason: z.string().optional(),
});

export const sendCampaignAct: ApprovableAct = {
  kind: "campaigns:send",
  mayPropose: permissions["campaigns:write"],
  mayApprove: permissions["campaigns:approve"],
  describe: (context, { subjectId, payload }) =>
    describeMail(context, { electionId: subjectId, ...proposedMail.parse(payload) }),
  async carryOut(within, { subjectId, payload, proposedBy, proposalId }) {
    const judged = await judgePlan(within, { electionId: subjectId, ...proposedMail.parse(payload) });
    if (!judged.ok) return judged;
    const { name } = await getAccount(within, proposedBy);
    return ok(await writePlan(within, judged.value, { createdBy: name, proposalId }));
  },
};

export interface ProposeCampaignInput extends PlanCampaignInput {
  readonly reason: string;
}

/** Proposes the mail in its present words; what could not be planned is not proposed. */
export function proposeCampaign(
  context: Context,
  { reason, ...input }: ProposeCampaignInput,
): Promise<Result<{ proposalId: string }, JudgePlanRefusal | ProposeActRefusal>> {
  requirePermission(context.actor, permissions, "campaigns:write");
  const parsed = planCampaignInput.parse(input);
  return inTransaction<Result<{ proposalId: string }, JudgePlanRefusal | ProposeActRefusal>>(
    context,
    async (within) => {
      await takeWritersLock(within);
      const wish = await inPresentWords(within, parsed);
      const judged = await judgePlan(within, wish);
      if (!judged.ok) return judged;
      const { id, title } = judged.value.election;
      const about = { subjectType: "election", subjectId: id, subjectTitle: title };
      return proposeActWithin(within, sendCampaignAct, { ...about, payload: payloadOf(wish), reason });
    },
  );
}

function payloadOf({ kind, audience, countries, texts, when, repetitionReason, ...wish }: MailWish): Json {
  return {
    ...{ kind, audience, countries: [...countries], languages: [...wish.languages] },
    when: when instanceof Date ? when.toISOString() : when,
    texts: { es: { ...texts.es }, en: { ...texts.en }, pt: { ...texts.pt } },
    ...(repetitionReason === undefined ? {} : { repetitionReason }),
  };
}

/** Everything that the second person answers for: whom it reaches and how many they are now, when it leaves, and what it says. */
async function describeMail(context: ReadingContext, wish: MailWish): Promise<ProposedChange[]> {
  const election = await findElection(context, wish.electionId);
  const { kind, audience, when, texts, repetitionReason } = wish;
  const stageAt = when === "stage" && election !== undefined ? await stageInstant(context, election, kind) : undefined;
  const leavesAt = when instanceof Date ? when : stageAt;
  const facts: readonly (readonly [string, Json])[] = [
    ["mail", kind],
    ["audience", audience],
    ["countries", await inEachLanguage(wish.countries, (reader) => Promise.resolve(formatsIn(reader).country))],
    ["languages", await inEachLanguage(wish.languages, namesOfLanguages)],
    ["addresses", election === undefined ? 0 : await countAddresses(context, election, wish)],
    ["when", when instanceof Date ? "date" : when],
    ...(leavesAt === undefined ? [] : [["leavesAt", leavesAt.toISOString()] as const]),
    ...(repetitionReason === undefined ? [] : [["repetitionReason", repetitionReason] as const]),
    ...languages.flatMap((language) => [
      [`${language}.subject`, texts[language].subject] as const,
      [`${language}.body`, texts[language].body] as const,
    ]),
  ];
  return facts.map(([field, after]) => ({ field, before: null, after }));
}

async function namesOfLanguages(reader: Language): Promise<(code: string) => string> {
  const t = await sentencesFor(reader, "campaigns");
  return (code) => t(`languages.${code}`);
}

/** The list in words, in the three languages; "all" where nothing narrows. */
async function inEachLanguage(
  codes: readonly string[],
  namesIn: (reader: Language) => Promise<(code: string) => string>,
): Promise<Json> {
  if (codes.length === 0) return "all";
  const listIn = async (reader: Language) => formatsIn(reader).list(codes.map(await namesIn(reader)));
  return { es: await listIn("es"), en: await listIn("en"), pt: await listIn("pt") };
}
