// The rules of membership: the version in force, those to come, and those that were.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listWaitingProposals } from "#app/modules/approvals/index.server.ts";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Day } from "#app/ui/day.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { proposeVersionWithdrawal } from "../../commands/change-rules-by-two.server.ts";
import type { RulesVersion } from "../../domain/right-to-vote.ts";
import { linkToNewRules, linkToRules } from "../../links.ts";
import { permissions } from "../../module.ts";
import { listRulesVersions, rulesOn } from "../../queries/rules.server.ts";
import { AssumedNotice } from "../../ui/assumed-notice.tsx";
import { DoneMessage } from "../../ui/done-message.tsx";
import { RulesTables } from "../../ui/rules-tables.tsx";

export const handle: PageHandle = { title: "membership:rules.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["membership:read-all"].slice() });
  const today = context.clock.now().toISOString().slice(0, 10);
  return {
    versions: await listRulesVersions(context),
    waiting: await listWaitingProposals(context, { subjectType: "membership-rules" }),
    inForce: (await rulesOn(context, today)).id,
    today,
    mayChange: isPermitted(context.actor, permissions, "membership:change-rules"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["membership:change-rules"].slice(), steppedUp: true });
  const { rulesId = "", reason = "" } = textFieldsOf(await args.request.formData());
  const outcome = await proposeVersionWithdrawal(context, { rulesId, reason });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToRules()}?done=proposed`);
}

export default function Rules() {
  const { t } = useTranslation("membership");
  const { versions, waiting, inForce, today, mayChange, done } = useLoaderData<typeof loader>();
  const { problems } = useAnswerProblems(useActionData<typeof action>(), "membership");
  return (
    <Page
      title={t("rules.title")}
      lead={t("rules.lead")}
      breadcrumbs={[{ label: t("staffDesk"), to: "/staff" }]}
      actions={
        mayChange ? (
          <LinkButton variant="primary" to={linkToNewRules()}>
            {t("rules.new")}
          </LinkButton>
        ) : null
      }
    >
      <DoneMessage done={done} />
      <FormProblems problems={problems} />
      <WaitingProposals proposals={waiting} />
      {versions.map((version) => (
        <Version key={version.id} version={version} state={stateOf(version, inForce, today)} mayChange={mayChange} />
      ))}
    </Page>
  );
}

type State = "future" | "inForce" | "past";

function stateOf(version: RulesVersion, inForce: string, today: string): State {
  if (version.id === inForce) return "inForce";
  return version.effectiveFrom > today ? "future" : "past";
}

function Version({
  version,
  state,
  mayChange,
}: {
  readonly version: RulesVersion;
  readonly state: State;
  readonly mayChange: boolean;
}) {
  const { t } = useTranslation("membership");
  const tone = { future: "info", inForce: "success", past: "neutral" } as const;
  return (
    <Card
      title={
        version.id === "default" ? (
          t("rules.default")
        ) : (
          <>
            {t("rules.from")} <Day day={version.effectiveFrom} />
          </>
        )
      }
      aside={<Badge tone={tone[state]}>{t(`rules.states.${state}`)}</Badge>}
      footer={state === "future" && mayChange ? <Withdraw rulesId={version.id} /> : null}
    >
      {version.isAssumed ? (
        <AssumedNotice id={version.id} source={version.source} />
      ) : (
        <p className="text-sm text-ink-soft">{t("votes.source", { source: version.source })}</p>
      )}
      <details className="mt-4" open={state !== "past"}>
        <summary className="min-h-touch cursor-pointer py-2 text-accent">{t("rules.show")}</summary>
        <RulesTables document={version.document} />
      </details>
    </Card>
  );
}

function Withdraw({ rulesId }: { readonly rulesId: string }) {
  const { t } = useTranslation("membership");
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <TextField name="reason" id={`field-reason-${rulesId}`} label={t("rules.withdrawReason")} required />
      <SubmitButton variant="danger" name="rulesId" value={rulesId}>
        {t("rules.withdraw")}
      </SubmitButton>
      <span className="text-sm text-ink-soft">{t("rules.withdrawHint")}</span>
    </Form>
  );
}
