// Writing a claim, on one page, with a telephone: /my/elections/:electionId/claims/new
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToElection, linkToOwnClaims } from "#app/modules/elections/index.ts";
import { listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { fileClaimInput } from "../../commands/file-claim.input.ts";
import { fileClaim } from "../../commands/file-claim.server.ts";
import { claimKinds, groundsOf } from "../../domain/claim-kinds.ts";
import { ClaimForm } from "../../ui/claim-form.tsx";
import { electionOfClaims, kindsNow } from "../claims-page.server.ts";

export const handle: PageHandle = { title: "claims:form.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const election = await electionOfClaims(context, args.params["electionId"]);
  const search = new URL(args.request.url).searchParams;
  const actedFor = await listOrganizationsOfContact(context, context.actor.accountId);
  return {
    election,
    kinds: await kindsNow(context, election.id),
    organizations: actedFor.map(({ organization: { id, name, handle: code } }) => ({ id, name, handle: code })),
    wish: { kind: search.get("kind") ?? "", about: search.get("about") ?? "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args);
  const electionId = args.params["electionId"] ?? "";
  const fields = textFieldsOf(await args.request.formData());
  const { ground = "" } = fields;
  // Why from the ground: the member chooses what is wrong, and need not know which kind of claim that is.
  const kind = claimKinds.find((each) => groundsOf[each].some((known) => known === ground));
  const input = fileClaimInput.safeParse({ ...fields, electionId, kind: kind ?? "roll", ground });
  if (!input.success) return answerProblems(input.error);
  const outcome = await fileClaim(context, input.data);
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToOwnClaims(electionId)}?filed=${outcome.value.number}`);
}

const fieldOf = { CLAIM_GROUND_OF_OTHER_KIND: "ground", CLAIMS_OVER: "ground", CLAIMS_NOT_OPEN: "ground" };

export default function NewClaim() {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const { election, kinds, organizations, wish } = useLoaderData<typeof loader>();
  const answer = useAnswerProblems(useActionData<typeof action>(), "claims", fieldOf);
  const open = kinds.filter(({ state }) => state === "open");
  return (
    <Page
      title={t("form.title")}
      lead={t("form.lead")}
      width="text"
      breadcrumbs={[
        { label: inLanguage(election.title, language), to: linkToElection(election.id) },
        { label: t("own.title"), to: linkToOwnClaims(election.id) },
      ]}
    >
      {organizations.length === 0 ? (
        <EmptyState title={t("form.noOrganization")}>{t("form.noOrganizationText")}</EmptyState>
      ) : open.length === 0 ? (
        <EmptyState title={t("form.notOpen")}>
          {t("form.notOpenText")} <TextLink to={linkToElection(election.id)}>{t("form.toElection")}</TextLink>
        </EmptyState>
      ) : (
        <Form method="post" noValidate className="space-y-8">
          <ClaimForm kinds={open} organizations={organizations} wish={wish} answer={answer} />
        </Form>
      )}
    </Page>
  );
}
