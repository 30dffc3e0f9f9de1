// The bodies at the desk, and adding one: /staff/bodies
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { utcDay } from "#app/lib/instants/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { addBody, addBodyInput } from "../../commands/add-body.server.ts";
import { linkToBodyDesk } from "../../links.ts";
import { permissions } from "../../module.ts";
import { listBodyOverviews } from "../../queries/body-overview.server.ts";
import { SeatCount } from "../../ui/seat-count.tsx";

export const handle: PageHandle = { title: "bodies:desk.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["bodies:read-history"].slice() });
  return {
    overviews: await listBodyOverviews(context, utcDay(context.clock.now())),
    mayAdd: isPermitted(context.actor, permissions, "bodies:change-rules"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["bodies:change-rules"].slice() });
  const { key = "", es = "", en = "", pt = "" } = textFieldsOf(await args.request.formData());
  const input = addBodyInput.safeParse({ key, names: { es, en, pt } });
  if (!input.success) return answerProblems(input.error);
  const added = await addBody(context, input.data);
  if (!added.ok) return answerRefusal(added.error);
  throw redirect(linkToBodyDesk(added.value.key));
}

const fieldOf = { BODY_KEY_TAKEN: "key" };

export default function BodyList() {
  const { t } = useTranslation("bodies");
  const language = useLanguage();
  const { overviews, mayAdd } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "bodies", fieldOf);
  return (
    <Page title={t("desk.title")} lead={t("desk.lead")} breadcrumbs={[{ label: t("desk.home"), to: "/staff" }]}>
      <FormProblems problems={problems} />
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
            <SubmitButton>{t("desk.addBody")}</SubmitButton>
          </Form>
        </Section>
      ) : null}
    </Page>
  );
}
