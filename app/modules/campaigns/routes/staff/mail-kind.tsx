// One kind of mail: its words in three languages, how it will be read, a test to oneself, and the plan. /staff/elections/:electionId/mails/:kind
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readUtcInput } from "#app/lib/instants/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import { linkToElectionDesk, linkToElectionMails } from "#app/modules/elections/index.ts";
import { previewLetter } from "#app/modules/notifications/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { answerRefusal } from "#app/platform/http/form-answers.server.ts";
import { defaultLanguage, inLanguage, isLanguage, languages } from "#app/platform/language/languages.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { composeNotice, partsOf } from "../../commands/compose-notice.server.ts";
import { stageInstant } from "../../commands/judge-plan.server.ts";
import type { PlanCampaignInput } from "../../commands/plan-campaign.server.ts";
import { planCampaign } from "../../commands/plan-campaign.server.ts";
import { proposeCampaign } from "../../commands/propose-campaign.server.ts";
import { sendTestMail } from "../../commands/send-test-mail.server.ts";
import { writeTexts } from "../../commands/write-texts.server.ts";
import type { CampaignKind } from "../../domain/campaign-kinds.ts";
import { isCampaignKind, kindRules } from "../../domain/campaign-kinds.ts";
import { inventedReader } from "../../domain/mail-groups.ts";
import type { MailTexts } from "../../domain/mail-text.ts";
import { permissions } from "../../module.ts";
import { findAudience, listAudienceCountries } from "../../queries/audience.server.ts";
import { areOwnWords, findTexts } from "../../queries/texts.server.ts";
import { MailPlan } from "../../ui/mail-plan.tsx";
import { MailPreview } from "../../ui/mail-preview.tsx";
import { MailWords } from "../../ui/mail-words.tsx";

export const handle: PageHandle = { title: "campaigns:desk.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["campaigns:write"] });
  const election = await findElection(context, args.params["electionId"] ?? "");
  const kind = args.params["kind"];
  if (election === undefined || !isCampaignKind(kind)) throw new Response(null, { status: 404 });
  const search = new URL(args.request.url).searchParams;
  const wished = search.get("preview");
  const language: Language = isLanguage(wished) ? wished : defaultLanguage;
  const { texts, changedBy } = await findTexts(context, election.id, kind);
  const { groups } = await findAudience(context, election, { audience: "all", countries: [], languages: [] });
  const reader = search.get("reader") ?? "";
  const group = groups.find(({ entries }) =>
    entries.some(({ organizationHandle }) => organizationHandle === reader.trim().toUpperCase()),
  );
  const parts = await partsOf(context, { election, kind, texts });
  const entries = group?.entries ?? ([inventedReader("Rosa Ejemplo", language)] as const);
  const properties = {
    ...composeNotice(context, parts, entries, language),
    toAddress: "reader@example.org",
    toName: entries[0].contactName,
  };
  return {
    election: { id: election.id, title: election.title },
    kind,
    texts,
    changedBy,
    preview: {
      language,
      reader,
      isFound: group !== undefined,
      ...(await previewLetter(context, "campaigns/notice", language, properties)),
    },
    plan: {
      mails: groups.length,
      areOwnWords: await areOwnWords(kind, texts),
      defaultAudience: kindRules[kind].audience,
      countries: await listAudienceCountries(context, election),
      stageAt: (await stageInstant(context, election, kind)) ?? null,
    },
    done: search.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["campaigns:write"], steppedUp: true });
  const { electionId = "", kind } = args.params;
  if (!isCampaignKind(kind)) throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  const intent = textOf(form, "intent");
  const outcome = await carryOut(context, { electionId, kind, form, intent });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToElectionMails(electionId, intent === "plan" ? undefined : kind)}?done=${outcome.value}`);
}

interface Act {
  readonly electionId: string;
  readonly kind: CampaignKind;
  readonly form: FormData;
  readonly intent: string;
}

/** Answers what was done: the intent, or "proposed" where the plan needs a second person. */
async function carryOut(context: Context, { electionId, kind, form, intent }: Act): Promise<Result<string, Refusal>> {
  if (intent === "words") return doneAs(intent, await writeTexts(context, { electionId, kind, texts: textsOf(form) }));
  if (intent === "test") {
    const language = textOf(form, "language");
    const wish = { electionId, kind, language: isLanguage(language) ? language : defaultLanguage };
    return doneAs(intent, await sendTestMail(context, wish));
  }
  const when = textOf(form, "when");
  const at = when === "now" || when === "stage" ? when : readUtcInput(textOf(form, "at"));
  if (at === undefined) return refuse("STAGE_HAS_NO_DATE");
  const wish: PlanCampaignInput = {
    electionId,
    kind,
    audience: textOf(form, "audience") === "not-voted" ? "not-voted" : "all",
    countries: form.getAll("countries").filter((code): code is string => typeof code === "string" && code !== ""),
    languages: form.getAll("languages").filter(isLanguage),
    when: at,
    ...(form.has("isRepetition") ? { repetitionReason: textOf(form, "repetitionReason") } : {}),
  };
  const planned = await planCampaign(context, wish);
  if (planned.ok || planned.error.code !== "MAIL_NEEDS_TWO") return doneAs("plan", planned);
  return doneAs("proposed", await proposeCampaign(context, { ...wish, reason: textOf(form, "reason") }));
}

function doneAs(done: string, outcome: Result<unknown, Refusal>): Result<string, Refusal> {
  return outcome.ok ? ok(done) : outcome;
}

function textsOf(form: FormData): MailTexts {
  const textIn = (language: Language) => ({
    subject: textOf(form, `${language}.subject`),
    body: textOf(form, `${language}.body`),
  });
  return { es: textIn("es"), en: textIn("en"), pt: textIn("pt") };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

const fieldOf = {
  MAIL_DATE_PASSED: "at",
  STAGE_HAS_NO_DATE: "when",
  AUDIENCE_TELLS_WHO_VOTED: "countries",
  MAIL_IS_A_REPETITION: "isRepetition",
  REPETITION_REASON_MISSING: "repetitionReason",
  REASON_MISSING: "reason",
};

export default function MailKind() {
  const { t } = useTranslation("campaigns");
  const language = useLanguage();
  const { election, kind, texts, changedBy, preview, plan, done } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "campaigns", fieldOf);
  return (
    <Page
      title={t(`kinds.${kind}`)}
      lead={t("kind.lead")}
      breadcrumbs={[
        { label: inLanguage(election.title, language), to: linkToElectionDesk(election.id) },
        { label: t("desk.title"), to: linkToElectionMails(election.id) },
      ]}
    >
      <StatusMessage>{done === null ? null : t(`kind.done.${done}`)}</StatusMessage>
      <FormProblems problems={problems} />
      <Section title={t("kind.preview")} lead={t("kind.previewLead")}>
        <MailPreview preview={preview} languages={languages} />
      </Section>
      <Section
        title={t("kind.words")}
        lead={changedBy === null ? t("kind.ownWords") : t("kind.changedBy", { name: changedBy })}
      >
        <MailWords texts={texts} />
      </Section>
      <Section title={t("kind.plan")} lead={t("kind.planLead", { count: plan.mails })}>
        <MailPlan plan={plan} problemOf={problemOf} />
      </Section>
    </Page>
  );
}
