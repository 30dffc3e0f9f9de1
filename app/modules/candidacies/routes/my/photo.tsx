// The candidate's photograph: /my/candidacies/:candidacyId/photo
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerRefusal } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { storePhoto } from "../../commands/store-photo.server.ts";
import { photoUpload } from "../../domain/file-limits.ts";
import { linkToMyCandidacy, linkToMyPhoto } from "../../links.ts";
import { CandidatePhoto } from "../../ui/candidate-photo.tsx";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openOwnCandidacy } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:file.photo" };

export async function loader(args: LoaderFunctionArgs) {
  const { candidacy } = await openOwnCandidacy(args);
  return { candidate: { id: candidacy.id, name: candidacy.name, photoHash: candidacy.photoHash } };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const photo = (await args.request.formData()).get("photo");
  const uploaded = photo instanceof File ? new Uint8Array(await photo.arrayBuffer()) : new Uint8Array();
  const outcome = await storePhoto(context, { candidacyId: candidacy.id, uploaded });
  return outcome.ok ? redirect(linkToMyPhoto(candidacy.id)) : answerRefusal(outcome.error);
}

const fieldOf = { PHOTO_TOO_LARGE: "photo", PHOTO_UNREADABLE: "photo", PHOTO_TOO_SMALL: "photo" };

export default function MyPhoto() {
  const { t } = useTranslation("candidacies");
  const { candidate } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  const back = linkToMyCandidacy(candidate.id);
  const [megabytes, side] = [photoUpload.bytes / 1024 / 1024, photoUpload.smallestSide];
  return (
    <Page
      title={t("file.photo")}
      lead={t("file.photoLead")}
      width="text"
      breadcrumbs={[{ label: t("desk.title"), to: back }]}
    >
      <FormProblems problems={problems} />
      <div className="flex flex-wrap items-center gap-6">
        <CandidatePhoto candidate={candidate} isLarge />
        <p className="max-w-60 text-ink-soft">{t(candidate.photoHash === null ? "file.noPhoto" : "file.photoNow")}</p>
      </div>
      <Form method="post" encType="multipart/form-data" className="space-y-6">
        <Field
          name="photo"
          label={t("file.choosePhoto")}
          description={t("file.photoHint", { megabytes, side })}
          problem={problemOf("photo")}
        >
          <input
            id="field-photo"
            name="photo"
            type="file"
            required
            accept={photoUpload.types.join(",")}
            aria-describedby="field-photo-description"
            className="control h-auto py-2.5"
          />
        </Field>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("file.upload")}</SubmitButton>
          <LinkButton to={back}>{t("file.back")}</LinkButton>
        </div>
      </Form>
    </Page>
  );
}
