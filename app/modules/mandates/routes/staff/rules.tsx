// What an election allows about mandates, set before the roll is frozen: /staff/elections/:electionId/mandates
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readUtcInput, toUtcInput } from "#app/lib/instants/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { findMandateFacts } from "#app/modules/elections/index.server.ts";
import { linkToElectionDesk } from "#app/modules/elections/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DateTimeField } from "#app/ui/date-time-field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { NumberField } from "#app/ui/number-field.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { setMandateRules } from "../../commands/set-mandate-rules.server.ts";
import { findDelegationRules } from "../../queries/delegations.server.ts";

export const handle: PageHandle = { title: "mandates:rules.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"] });
  const facts = await findMandateFacts(context, args.params["electionId"] ?? "");
  if (facts === undefined) throw new Response(null, { status: 404 });
  const rules = await findDelegationRules(context, facts.electionId);
  return {
    electionId: facts.electionId,
    title: facts.title,
    isFixed: facts.isRollFrozen,
    coolingOffDays: facts.coolingOffDays,
    isAllowed: rules !== undefined,
    capPerPerson: rules?.capPerPerson ?? 3,
    endsAt: toUtcInput(rules?.endsAt ?? null),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const fields = textFieldsOf(await args.request.formData());
  const endsAt = readUtcInput(fields["endsAt"] ?? "");
  const isAllowed = fields["isAllowed"] !== undefined;
  if (isAllowed && endsAt === undefined) return answerRefusal({ code: "DELEGATION_END_MISSING" });
  const outcome = await setMandateRules(context, {
    electionId,
    coolingOffDays: Number(fields["coolingOffDays"] ?? "0"),
    delegation:
      isAllowed && endsAt !== undefined ? { capPerPerson: Number(fields["capPerPerson"] ?? "0"), endsAt } : null,
  });
  return outcome.ok ? redirect(linkToElectionDesk(electionId)) : answerRefusal(outcome.error);
}

export default function MandateRules() {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const title: Trilingual = loaded.title;
  return (
    <Page
      title={t("rules.title")}
      lead={t("rules.lead")}
      width="text"
      breadcrumbs={[{ label: inLanguage(title, language), to: linkToElectionDesk(loaded.electionId) }]}
    >
      {loaded.isFixed ? (
        <Panel title={t("refusals.MANDATE_RULES_FIXED")} />
      ) : (
        <Form method="post" className="space-y-5">
          <FormProblems
            problems={
              refusal === undefined ? [] : [{ sentence: t(`refusals.${refusal.code}`, { ...refusal.details }) }]
            }
          />
          <NumberField
            name="coolingOffDays"
            label={t("rules.coolingOffDays")}
            description={t("rules.coolingOffHint")}
            defaultValue={loaded.coolingOffDays}
            min={0}
            max={90}
            required
          />
          <Checkbox
            name="isAllowed"
            label={t("rules.isAllowed")}
            description={t("rules.isAllowedHint")}
            defaultChecked={loaded.isAllowed}
          />
          <NumberField
            name="capPerPerson"
            label={t("rules.cap")}
            description={t("rules.capHint")}
            defaultValue={loaded.capPerPerson}
            min={1}
            max={50}
          />
          <DateTimeField name="endsAt" label={t("rules.endsAt")} defaultValue={loaded.endsAt} isOptional />
          <SubmitButton>{t("rules.save")}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
