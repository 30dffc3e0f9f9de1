// The public page exactly as voters will see it: /my/candidacies/:candidacyId/preview
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { asPublic } from "../../domain/candidacy-row.ts";
import { publicWordsOf } from "../../domain/public-words.ts";
import { linkToMyCandidacy } from "../../links.ts";
import { fileOf } from "../../queries/review.server.ts";
import { CandidateBody } from "../../ui/candidate-body.tsx";
import { openOwnCandidacy } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:desk.preview" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args);
  const { contest, questionnaire, answers } = await fileOf(context, candidacy);
  return {
    candidate: asPublic(candidacy),
    contestTitle: contest.title,
    words: publicWordsOf(questionnaire.document, answers),
  };
}

export default function Preview() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { candidate, contestTitle, words } = useLoaderData<typeof loader>();
  return (
    <Page
      title={candidate.name}
      lead={inLanguage(contestTitle, language)}
      breadcrumbs={[{ label: t("desk.title"), to: linkToMyCandidacy(candidate.id) }]}
    >
      <Panel>{t("desk.previewText")}</Panel>
      <CandidateBody candidate={candidate} words={words} />
    </Page>
  );
}
