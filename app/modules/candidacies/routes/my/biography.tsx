// The candidate's biography in three languages, and links: /my/candidacies/:candidacyId/biography
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languages } from "#app/platform/language/languages.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { fileLimits } from "../../domain/file-limits.ts";
import { linkToMyBiography, linkToMyCandidacy } from "../../links.ts";
import { AutosaveForm } from "../../ui/autosave-form.tsx";
import { CountedArea } from "../../ui/counted-area.tsx";
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
        {languages.map((language) => (
          <CountedArea
            key={language}
            name={language}
            lang={language}
            label={t(`languages.${language}`)}
            most={fileLimits.biography}
            defaultValue={biography[language]}
            problem={problemOf(language)}
            rows={9}
            isOptional
          />
        ))}
        {Array.from({ length: fileLimits.links }, (_, place) => (
          <TextField
            key={place}
            name="links"
            id={place === 0 ? undefined : `field-links-${place}`}
            type="url"
            label={t("file.link", { place: place + 1 })}
            description={place === 0 ? t("file.linkHint") : undefined}
            defaultValue={links[place] ?? ""}
            problem={problemOf(`links.${place}`)}
            maxLength={fileLimits.link}
            inputMode="url"
            isOptional
          />
        ))}
      </AutosaveForm>
    </Page>
  );
}
