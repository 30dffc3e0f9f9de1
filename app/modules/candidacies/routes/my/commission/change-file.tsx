// A commissioner proposes to change what a published file says: /commission/elections/:electionId/candidacies/:candidacyId/change
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkToProposal } from "#app/modules/approvals/index.ts";
import { answerProblems, answerRefusal } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { editInput, proposePublishedChange } from "../../../commands/change-published.server.ts";
import { countryOptions } from "../../../domain/country-options.ts";
import { fileLimits } from "../../../domain/file-limits.ts";
import { linkToReviewOf } from "../../../links.ts";
import { fileOf, ownDeclaration } from "../../../queries/review.server.ts";
import { CountedArea } from "../../../ui/counted-area.tsx";
import { FileFields } from "../../../ui/file-fields.tsx";
import { PersonFields } from "../../../ui/person-fields.tsx";
import { useCandidacyProblems } from "../../../ui/use-candidacy-problems.ts";
import { openCommissionCandidacy } from "../../open-call.server.ts";
import { personFieldsOf } from "../../read-person.server.ts";

export const handle: PageHandle = { title: "candidacies:changes.edit" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, call, candidacy } = await openCommissionCandidacy(args);
  // Source: who has not declared, or declared a conflict, sees no file; and there is none to change before the publication.
  const declared = await ownDeclaration(context, candidacy.id, context.actor.accountId);
  if (declared?.hasConflict !== false || candidacy.state !== "published") throw new Response(null, { status: 404 });
  const { name, country, citizenships, employer, employerGroup, biography, links } = candidacy;
  return {
    electionId: call.election.id,
    candidacyId: candidacy.id,
    person: { name, country, citizenships, employer, employerGroup },
    biography,
    links,
    fileHash: (await fileOf(context, candidacy)).fileHash,
    countries: countryOptions(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openCommissionCandidacy(args, { steppedUp: true });
  const form = await args.request.formData();
  const links = form.getAll("links").filter((link) => typeof link === "string" && link.trim() !== "");
  const input = editInput.safeParse({ ...personFieldsOf(form), links });
  if (!input.success) return answerProblems(input.error);
  const { reason, fileHash, ...fields } = input.data;
  const wish = { candidacyId: candidacy.id, kind: "edit", fileHash, fields, reason } as const;
  const proposed = await proposePublishedChange(context, wish);
  return proposed.ok ? redirect(linkToProposal(proposed.value.proposalId)) : answerRefusal(proposed.error);
}

const fieldOf = { CITIZENSHIP_BARRED: "citizenships", REASON_MISSING: "reason" };

export default function ChangeFile() {
  const { t } = useTranslation("candidacies");
  const { electionId, candidacyId, person, biography, links, fileHash, countries } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  const back = linkToReviewOf(electionId, candidacyId);
  return (
    <Page
      title={t("changes.edit")}
      lead={t("changes.editLead")}
      width="text"
      breadcrumbs={[{ label: person.name, to: back }]}
    >
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <input type="hidden" name="fileHash" value={fileHash} />
        <PersonFields countries={countries} values={person} problemOf={problemOf} hasName />
        <FileFields biography={biography} links={links} problemOf={problemOf} />
        <CountedArea
          name="reason"
          label={t("changes.reason")}
          most={fileLimits.reasons}
          problem={problemOf("reason")}
          rows={4}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("changes.propose")}</SubmitButton>
          <LinkButton to={back}>{t("changes.keep")}</LinkButton>
        </div>
      </Form>
    </Page>
  );
}
