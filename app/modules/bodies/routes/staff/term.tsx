// One person's term: end it early with the reason, or correct what was written wrongly.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listWaitingProposals } from "#app/modules/approvals/index.server.ts";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { proposeTermCorrection, proposeTermEnd } from "../../commands/keep-by-two.server.ts";
import { endTermInput } from "../../commands/keep-term.server.ts";
import { termInput } from "../../commands/record-terms.server.ts";
import { readTerm } from "../../domain/term-form.ts";
import { linkToBodyDesk, linkToBodyDesks } from "../../links.ts";
import { permissions } from "../../module.ts";
import { findBody } from "../../queries/bodies.server.ts";
import { listTerms } from "../../queries/office-holders.server.ts";
import { TermFields } from "../../ui/term-fields.tsx";

export const handle: PageHandle = { title: "bodies:desk.edit" };

async function openTerm(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["bodies:keep-terms"].slice(), steppedUp: true });
  const bodyKey = args.params["bodyKey"] ?? "";
  const body = await findBody(context, bodyKey);
  const term = (await listTerms(context, { bodyKey })).find(({ id }) => id === args.params["termId"]);
  if (body === undefined || term === undefined) throw new Response(null, { status: 404 });
  return { context, body, term };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, body, term } = await openTerm(args);
  const open = await listWaitingProposals(context, { subjectType: "body", subjectId: body.key });
  return { body, term, waiting: open.filter(({ payload }) => isAbout(payload, term.id)) };
}

function isAbout(payload: Json, termId: string): boolean {
  return payload !== null && typeof payload === "object" && "termId" in payload && payload["termId"] === termId;
}

export async function action(args: ActionFunctionArgs) {
  const { context, body, term } = await openTerm(args);
  const fields = textFieldsOf(await args.request.formData());
  const back = linkToBodyDesk(body.key);
  if (fields["intent"] === "end") {
    const input = endTermInput.safeParse(fields);
    if (!input.success) return answerProblems(input.error);
    const ended = await proposeTermEnd(context, term.id, input.data);
    if (!ended.ok) return answerRefusal(ended.error);
    throw redirect(`${back}?done=proposed`);
  }
  const input = termInput.safeParse({ ...readTerm(fields), rank: term.rank, electionId: term.electionId });
  if (!input.success) return answerProblems(input.error);
  const corrected = await proposeTermCorrection(context, term.id, input.data);
  if (!corrected.ok) return answerRefusal(corrected.error);
  throw redirect(`${back}?done=proposed`);
}

const fieldOf = { END_OUTSIDE_TERM: "on", HOLDER_ON_ANOTHER_BODY: "name", MORE_HOLDERS_THAN_SEATS: "from" };

export default function Term() {
  const { t } = useTranslation("bodies");
  const language = useLanguage();
  const { body, term, waiting } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "bodies", fieldOf);
  return (
    <Page
      title={term.name}
      breadcrumbs={[
        { label: t("desk.title"), to: linkToBodyDesks() },
        { label: inLanguage(body.names, language), to: linkToBodyDesk(body.key) },
      ]}
    >
      <FormProblems problems={problems} />
      <WaitingProposals proposals={waiting} />
      <Section title={t("desk.end")} lead={t("desk.endLead")}>
        <Form method="post" className="max-w-text space-y-5" noValidate>
          <DateField
            name="on"
            label={t("desk.endedOn")}
            defaultValue={term.endedOn ?? ""}
            min={term.from}
            max={term.until}
            problem={problemOf("on")}
          />
          <TextArea
            name="reason"
            label={t("desk.reason")}
            rows={2}
            defaultValue={term.endReason}
            problem={problemOf("reason")}
          />
          <SubmitButton variant="danger" name="intent" value="end">
            {t("desk.end")}
          </SubmitButton>
        </Form>
      </Section>
      <Section title={t("desk.correct")} lead={t("desk.correctLead")}>
        <Form method="post" className="space-y-5" noValidate>
          <TermFields values={{ ...term, citizenships: term.citizenships.join(", ") }} problemOf={problemOf} />
          <SubmitButton name="intent" value="correct">
            {t("desk.correct")}
          </SubmitButton>
        </Form>
      </Section>
    </Page>
  );
}
