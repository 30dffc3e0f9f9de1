// The candidate's biography in three languages, and links: /my/candidacies/:candidacyId/biography
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { linkToMyBiography, linkToMyCandidacy } from "../../links.ts";
import { AutosaveForm } from "../../ui/autosave-form.tsx";
import { FileFields } from "../../ui/file-fields.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openOwnCandidacy } from "../open-call.server.ts";
import { saveFileForm } from "../save-file-form.server.ts";

export const handle: PageHandle = { title: "candidacies:file.biography" };

export async function loader(args: LoaderFunctionArgs) {
  const { candidacy } = await openOwnCandidacy(args);
  const { id, biography, links } = candidacy;
  return { id, biography, links };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const refused = await saveFileForm(context, candidacy.id, "biography", await args.request.formData());
  return refused === undefined ? redirect(linkToMyCandidacy(candidacy.id)) : data(refused, { status: 422 });
}

export default function MyBiography() {
  const { t } = useTranslation("candidacies");
  const { id, biography, links } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>());
  const back = linkToMyCandidacy(id);
  return (
    <Page
      title={t("file.biography")}
      lead={t("file.biographyLead")}
      width="text"
      breadcrumbs={[{ label: t("desk.title"), to: back }]}
    >
      <FormProblems problems={problems} />
      <AutosaveForm saveTo={`${linkToMyBiography(id)}/save`} back={back}>
        <FileFields biography={biography} links={links} problemOf={problemOf} />
      </AutosaveForm>
    </Page>
  );
}
