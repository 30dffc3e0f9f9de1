// The alerts: those that wait with a form to take note of each, then the others.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { TextArea } from "#app/ui/text-area.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { acknowledgeAlert } from "../../commands/acknowledge-alert.server.ts";
import { linkToAlerts } from "../../links.ts";
import { permissions } from "../../module.ts";
import { listAlerts } from "../../queries/alerts.server.ts";
import { AlertCard } from "../../ui/alert-card.tsx";

export const handle: PageHandle = { title: "alerts:page.title" };

const roles = ["commission", "auditor", "administrator"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles });
  const alerts = await listAlerts(context);
  return {
    waiting: alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null),
    others: alerts.filter(({ acknowledgedAt }) => acknowledgedAt !== null),
    mayAcknowledge: isPermitted(context.actor, permissions, "alerts:acknowledge"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "administrator"] });
  const { alertId = "", remark = "" } = textFieldsOf(await args.request.formData());
  const outcome = await acknowledgeAlert(context, { alertId, remark });
  return outcome.ok ? redirect(linkToAlerts()) : answerRefusal(outcome.error);
}

export default function Alerts() {
  const { waiting, others, mayAcknowledge } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems } = useAnswerProblems(answer, "alerts");
  const { t } = useTranslation("alerts");
  return (
    <Page
      title={t("page.title")}
      lead={t("page.lead")}
      breadcrumbs={[{ label: t("page.commission"), to: "/commission" }]}
    >
      <FormProblems problems={problems} />
      <Section title={t("page.waiting")}>
        {waiting.length === 0 ? <EmptyState title={t("page.none")}>{t("page.noneHint")}</EmptyState> : null}
        <div className="space-y-5">
          {waiting.map((alert) => (
            <AlertCard key={alert.id} alert={alert}>
              {mayAcknowledge ? <Acknowledge alertId={alert.id} /> : null}
            </AlertCard>
          ))}
        </div>
      </Section>
      {others.length === 0 ? null : (
        <Section title={t("page.others")}>
          <div className="space-y-5">
            {others.map((alert) => (
              <AlertCard key={alert.id} alert={alert} />
            ))}
          </div>
        </Section>
      )}
    </Page>
  );
}

function Acknowledge({ alertId }: { readonly alertId: string }) {
  const { t } = useTranslation("alerts");
  return (
    <Form method="post" className="no-print max-w-text space-y-3 border-t border-line pt-3">
      <input type="hidden" name="alertId" value={alertId} />
      <TextArea name="remark" label={t("page.remark")} description={t("page.remarkHint")} rows={2} />
      <SubmitButton size="small">{t("page.acknowledge")}</SubmitButton>
    </Form>
  );
}
