// One body at the desk: its office holders, and its rules over time: /staff/bodies/:bodyKey
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { utcDay } from "#app/lib/instants/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listWaitingProposals } from "#app/modules/approvals/index.server.ts";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { proposeRulesWithdrawal, proposeTerm } from "../../commands/keep-by-two.server.ts";
import { termInput } from "../../commands/record-terms.server.ts";
import type { PublicTerm } from "../../domain/office-holder.ts";
import { readTerm } from "../../domain/term-form.ts";
import { linkToBody, linkToBodyDesk, linkToBodyDesks, linkToNewBodyRules, linkToTerm } from "../../links.ts";
import { permissions } from "../../module.ts";
import { listBodies } from "../../queries/bodies.server.ts";
import { bodyOverview } from "../../queries/body-overview.server.ts";
import { listTermsToRecord } from "../../queries/terms-left.server.ts";
import { CapReasons } from "../../ui/cap-reasons.tsx";
import { DoneMessage } from "../../ui/done-message.tsx";
import { HoldersTable } from "../../ui/holders-table.tsx";
import { MissingTerms } from "../../ui/missing-terms.tsx";
import { RulesVersions } from "../../ui/rules-versions.tsx";
import { SeatCount } from "../../ui/seat-count.tsx";
import { TermFields } from "../../ui/term-fields.tsx";

export const handle: PageHandle<{ readonly overview: { readonly body: { readonly names: Trilingual } } } | undefined> =
  {
    title: ({ loaded, language }) => (loaded === undefined ? "" : inLanguage(loaded.overview.body.names, language)),
  };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["bodies:read-history"].slice() });
  const overview = await bodyOverview(context, args.params["bodyKey"] ?? "", utcDay(context.clock.now()));
  if (overview === undefined) throw new Response(null, { status: 404 });
  return {
    overview,
    bodies: await listBodies(context),
    waiting: await listWaitingProposals(context, { subjectType: "body", subjectId: overview.body.key }),
    missing: await listTermsToRecord(context, overview.body.key),
    mayChange: isPermitted(context.actor, permissions, "bodies:change-rules"),
    mayKeep: isPermitted(context.actor, permissions, "bodies:keep-terms"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["bodies:keep-terms"].slice(), steppedUp: true });
  const bodyKey = args.params["bodyKey"] ?? "";
  const fields = textFieldsOf(await args.request.formData());
  if (fields["rulesId"] !== undefined) {
    const { rulesId, reason = "" } = fields;
    const withdrawn = await proposeRulesWithdrawal(context, bodyKey, { rulesId, reason });
    if (!withdrawn.ok) return answerRefusal(withdrawn.error);
    throw redirect(`${linkToBodyDesk(bodyKey)}?done=proposed`);
  }
  const input = termInput.safeParse(readTerm(fields));
  if (!input.success) return answerProblems(input.error);
  const recorded = await proposeTerm(context, bodyKey, input.data);
  if (!recorded.ok) return answerRefusal(recorded.error);
  throw redirect(`${linkToBodyDesk(bodyKey)}?done=proposed`);
}

const fieldOf = {
  HOLDER_ON_ANOTHER_BODY: "name",
  HOLDER_ALREADY_IN_OFFICE: "name",
  MORE_HOLDERS_THAN_SEATS: "from",
};
const noTerm = { name: "", citizenships: "", employerGroup: "", from: "", until: "", source: "" };

export default function BodyDesk() {
  const { t } = useTranslation("bodies");
  const language = useLanguage();
  const { overview, bodies, waiting, missing, mayChange, mayKeep, done } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "bodies", fieldOf);
  const { body, rules, versions, inOffice, future, past, on } = overview;
  const edit = (term: PublicTerm) => <TextLink to={linkToTerm(body.key, term.id)}>{t("desk.edit")}</TextLink>;
  const terms = [...inOffice, ...future, ...past];
  return (
    <Page
      title={inLanguage(body.names, language)}
      lead={<SeatCount overview={overview} />}
      breadcrumbs={[{ label: t("desk.title"), to: linkToBodyDesks() }]}
      actions={
        <>
          <LinkButton to={linkToBody(body.key)}>{t("desk.publicPage")}</LinkButton>
          {mayChange ? (
            <LinkButton variant="primary" to={linkToNewBodyRules(body.key)}>
              {t("desk.newRules")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <DoneMessage done={problems.length > 0 ? null : done} />
      <FormProblems problems={problems} />
      <WaitingProposals proposals={waiting} />
      <MissingTerms missing={missing} />
      <Section title={t("desk.terms")}>
        <HoldersTable caption={t("desk.terms")} terms={terms} {...(mayKeep ? { actionOf: edit } : {})} />
      </Section>
      {mayKeep ? (
        <Section title={t("desk.addTerm")} lead={t("desk.byTwo")}>
          <Form method="post" className="space-y-5" noValidate>
            <TermFields key={terms.length} values={noTerm} problemOf={problemOf} />
            <SubmitButton>{t("desk.add")}</SubmitButton>
          </Form>
        </Section>
      ) : null}
      <Section title={t("page.caps")} lead={t("page.capsLead")}>
        <CapReasons citizenships={overview.citizenships} employers={overview.employers} />
      </Section>
      <Section title={t("page.history")}>
        <RulesVersions
          versions={versions}
          inForce={rules?.id}
          today={on}
          bodies={bodies}
          footerOf={(version) => (mayChange ? <Withdraw rulesId={version.id} /> : null)}
        />
      </Section>
    </Page>
  );
}

function Withdraw({ rulesId }: { readonly rulesId: string }) {
  const { t } = useTranslation("bodies");
  return (
    <Form method="post" className="space-y-3">
      <TextField name="reason" id={`field-reason-${rulesId}`} label={t("desk.withdrawReason")} required />
      <SubmitButton variant="danger" name="rulesId" value={rulesId}>
        {t("desk.withdraw")}
      </SubmitButton>
    </Form>
  );
}
