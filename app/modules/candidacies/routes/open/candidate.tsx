// One published candidate: /candidates/:candidacyId
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { linkToElection, linkToNewClaim } from "#app/modules/elections/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { publicWordsOf } from "../../domain/public-words.ts";
import { linkToCandidates } from "../../links.ts";
import { getCallOf } from "../../queries/call.server.ts";
import { findPublicCandidate } from "../../queries/candidacies.server.ts";
import { answersOf, questionnaireOf } from "../../queries/questionnaire.server.ts";
import { listPublishedChanges } from "../../queries/published-changes.server.ts";
import { listPublicQuestions } from "../../queries/questions.server.ts";
import { CandidateBody } from "../../ui/candidate-body.tsx";
import { PublishedChanges } from "../../ui/published-changes.tsx";
import { QuestionsOfCandidate } from "../../ui/question-cards.tsx";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>> | undefined> = {
  title: ({ loaded }) => loaded?.candidate.name ?? "",
};

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  const candidate = await findPublicCandidate(context, args.params["candidacyId"] ?? "");
  if (candidate === undefined) throw new Response(null, { status: 404 });
  const { election, contest } = await getCallOf(context, candidate);
  const { document } = await questionnaireOf(context, contest);
  const { answers } = await answersOf(context, candidate.id);
  const questions = await listPublicQuestions(context, election.id);
  return {
    candidate,
    words: publicWordsOf(document, answers),
    election: { id: election.id, title: election.title },
    contestTitle: contest.title,
    changes: await listPublishedChanges(context, { electionId: election.id, candidacyId: candidate.id }),
    questions: questions.filter((question) => question.contestId === contest.id),
  };
}

export default function CandidateRoute() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { candidate, words, election, contestTitle, changes, questions } = useLoaderData<typeof loader>();
  return (
    <Page
      title={candidate.name}
      lead={inLanguage(contestTitle, language)}
      breadcrumbs={[
        { label: inLanguage(election.title, language), to: linkToElection(election.id) },
        { label: t("public.title"), to: linkToCandidates(election.id) },
      ]}
      actions={
        <LinkButton variant="quiet" to={linkToNewClaim(election.id, { kind: "candidate", about: candidate.name })}>
          {t("public.complainAbout")}
        </LinkButton>
      }
    >
      <CandidateBody candidate={candidate} words={words} />
      <PublishedChanges changes={changes} />
      <Section title={t("questions.title")} lead={t("questions.equal")}>
        <QuestionsOfCandidate questions={questions} candidacyId={candidate.id} />
      </Section>
    </Page>
  );
}
