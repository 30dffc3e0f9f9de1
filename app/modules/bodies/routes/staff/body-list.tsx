// The bodies at the desk, and proposing another one: /staff/bodies
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { utcDay } from "#app/lib/instants/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listWaitingProposals } from "#app/modules/approvals/index.server.ts";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { addBodyAct, addBodyInput, proposeBody } from "../../commands/add-body.server.ts";
import { linkToBodyDesk, linkToBodyDesks } from "../../links.ts";
import { permissions } from "../../module.ts";
import { listBodyOverviews } from "../../queries/body-overview.server.ts";
import { DoneMessage } from "../../ui/done-message.tsx";
import { SeatCount } from "../../ui/seat-count.tsx";

export const handle: PageHandle = { title: "bodies:desk.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["bodies:read-history"].slice() });
  return {
    overviews: await listBodyOverviews(context, utcDay(context.clock.now())),
    mayAdd: isPermitted(context.actor, permissions, "bodies:add"),
    waiting: await listWaitingProposals(context, { kind: addBodyAct.kind }),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["bodies:add"].slice(), steppedUp: true });
  const { key = "", es = "", en = "", pt = "", reason = "" } = textFieldsOf(await args.request.formData());
  const input = addBodyInput.safeParse({ key, names: { es, en, pt }, reason });
  if (!input.success) return answerProblems(input.error);
  const proposed = await proposeBody(context, input.data);
  if (!proposed.ok) return answerRefusal(proposed.error);
  throw redirect(`${linkToBodyDesks()}?done=proposed`);
}

const fieldOf = { BODY_KEY_TAKEN: "key" };

export default function BodyList() {
  const { t } = useTranslation("bodies");
  const language = useLanguage();
  const { overviews, mayAdd, waiting, done } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "bodies", fieldOf);
  return (
    <Page title={t("desk.title")} lead={t("desk.lead")} breadcrumbs={[{ label: t("desk.home"), to: "/staff" }]}>
      <DoneMessage done={problems.length > 0 ? null : done} />
      <FormProblems problems={problems} />
      <WaitingProposals proposals={waiting} />
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {overviews.map((overview) => (
          <li key={overview.body.key} className="flex">
            <Card
              level={2}
              className="flex-1"
              to={linkToBodyDesk(overview.body.key)}
              title={inLanguage(overview.body.names, language)}
            >
              <p className="text-ink-soft">
                <SeatCount overview={overview} />
              </p>
            </Card>
          </li>
        ))}
      </ul>
      {mayAdd ? (
        <Section title={t("desk.addBody")}>
          <Form method="post" className="max-w-text space-y-5" noValidate>
            <TextField name="key" label={t("desk.key")} description={t("desk.keyHint")} problem={problemOf("key")} />
            <TextField name="es" label={t("desk.nameEs")} problem={problemOf("names.es")} />
            <TextField name="en" label={t("desk.nameEn")} problem={problemOf("names.en")} />
            <TextField name="pt" label={t("desk.namePt")} problem={problemOf("names.pt")} />
            <TextArea
              name="reason"
              label={t("desk.reason")}
              description={t("desk.addBodyReasonHint")}
              problem={problemOf("reason")}
              rows={2}
            />
            <SubmitButton>{t("desk.proposeBody")}</SubmitButton>
          </Form>
        </Section>
      ) : null}
    </Page>
  );
}
