// The candidate steps back: /my/candidacies/:candidacyId/withdraw
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { refuse } from "#app/lib/result/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { withdrawCandidacy } from "../../commands/withdraw-candidacy.server.ts";
import { asKept, fileLimits } from "../../domain/file-limits.ts";
import { linkToMyCandidacy } from "../../links.ts";
import { getCallOf } from "../../queries/call.server.ts";
import { CountedArea } from "../../ui/counted-area.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openOwnCandidacy } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:withdraw.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const { election } = await getCallOf(context, candidacy);
  const isPublished = candidacy.publishedAt !== null;
  return { id: candidacy.id, moment: isPublished ? (election.sealedAt === null ? "published" : "sealed") : "before" };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args, { steppedUp: true });
  const { reason = "", confirmed = "" } = textFieldsOf(await args.request.formData());
  // Why: what cannot be undone is said in so many words, and never follows from a form in which nothing stands.
  if (confirmed !== "withdraw") return answerRefusal(refuse("WITHDRAWAL_NOT_CONFIRMED").error);
  const kept = asKept(reason).slice(0, fileLimits.statement);
  const outcome = await withdrawCandidacy(context, { candidacyId: candidacy.id, reason: kept });
  return outcome.ok ? redirect(linkToMyCandidacy(candidacy.id)) : answerRefusal(outcome.error);
}

const fieldOf = { WITHDRAWAL_NOT_CONFIRMED: "confirmed" };

export default function Withdraw() {
  const { t } = useTranslation("candidacies");
  const { id, moment } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  const back = linkToMyCandidacy(id);
  return (
    <Page title={t("withdraw.title")} width="text" breadcrumbs={[{ label: t("desk.title"), to: back }]}>
      <FormProblems problems={problems} />
      <Panel tone="warning">{t(`withdraw.${moment}`)}</Panel>
      <Form method="post" className="space-y-6">
        <CountedArea name="reason" label={t("withdraw.reason")} most={fileLimits.statement} rows={3} isOptional />
        <Checkbox
          name="confirmed"
          value="withdraw"
          label={t("withdraw.confirmation")}
          problem={problemOf("confirmed")}
          required
        />
        <div className="flex flex-wrap gap-3">
          <LinkButton to={back}>{t("withdraw.keep")}</LinkButton>
          <SubmitButton variant="danger">{t("withdraw.confirm")}</SubmitButton>
        </div>
      </Form>
    </Page>
  );
}
