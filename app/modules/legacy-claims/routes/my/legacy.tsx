// Becoming the contact of resources that came from another registry: /my/legacy
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToMyOrganization, linkToMyOrganizations } from "#app/modules/organizations/index.ts";
import { findOrganizationByHandle, rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import { HoldingList, linkToMyResources } from "#app/modules/resources/index.ts";
import { holdingsOf } from "#app/modules/resources/index.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { claimEntityInput } from "../../commands/claim-legacy-entity.input.ts";
import { claimLegacyEntity } from "../../commands/claim-legacy-entity.server.ts";
import { linkToMyLegacy } from "../../links.ts";

export const handle: PageHandle = { title: "legacy-claims:my.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const ownerId = new URL(args.request.url).searchParams.get("done") ?? "";
  return { claimed: ownerId === "" ? null : await findClaimed(context, ownerId) };
}

/** Security: what stands in the address shows nothing of an entity whose contact the person is not. */
async function findClaimed(context: Awaited<ReturnType<typeof openDoor>>, ownerId: string) {
  const organization = await findOrganizationByHandle(context, ownerId);
  if (organization === undefined) return null;
  const { id, name } = organization;
  const roles = await rolesOfPersonIn(context, context.actor.accountId, id);
  if (!roles.includes("administrative")) return null;
  return { ownerId: organization.handle, name, holdings: (await holdingsOf(context, [id])).get(id) ?? [] };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args);
  const input = claimEntityInput.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) return answerProblems(input.error);
  const outcome = await claimLegacyEntity(context, input.data, args.context.clientAddress);
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToMyLegacy()}?done=${encodeURIComponent(outcome.value.ownerId)}`);
}

export default function MyLegacy() {
  const { t } = useTranslation("legacy-claims");
  const { claimed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useAnswerProblems(answer, "legacy-claims");
  const isDone = claimed !== null && answer === undefined;
  return (
    <Page
      title={t("my.title")}
      lead={t("my.lead")}
      breadcrumbs={[{ label: t("my.home"), to: linkToMyOrganizations() }]}
    >
      <StatusMessage>{isDone ? t("my.done", { name: claimed.name, ownerId: claimed.ownerId }) : null}</StatusMessage>
      {isDone ? (
        <Section
          title={t("my.resources")}
          actions={
            <>
              <LinkButton to={linkToMyResources()}>{t("my.manage")}</LinkButton>
              <LinkButton to={linkToMyOrganization(claimed.ownerId)}>{t("my.organization")}</LinkButton>
            </>
          }
        >
          <HoldingList holdings={claimed.holdings} />
        </Section>
      ) : (
        <>
          <FormProblems problems={problems} />
          <Form method="post" className="max-w-text space-y-6">
            <TextField
              name="ownerId"
              label={t("ownerId")}
              description={t("my.ownerIdHint")}
              problem={problemOf("ownerId")}
              autoComplete="off"
              spellCheck={false}
            />
            <TextField
              name="password"
              label={t("my.password")}
              description={t("my.passwordHint")}
              problem={problemOf("password")}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
            />
            <SubmitButton>{t("my.go")}</SubmitButton>
          </Form>
          <HowItGoes />
        </>
      )}
    </Page>
  );
}

function HowItGoes() {
  const { t } = useTranslation("legacy-claims");
  return (
    <Section title={t("my.how")}>
      <ol className="max-w-text list-decimal space-y-2 ps-6">
        <li>{t("my.howAsk")}</li>
        <li>{t("my.howMail")}</li>
        <li>{t("my.howEnter")}</li>
      </ol>
    </Section>
  );
}
