// What members asked the candidates, and what each answered: /elections/:electionId/questions
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ElectionPage } from "#app/modules/elections/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToAsk } from "../../links.ts";
import { listPublicCandidates } from "../../queries/candidacies.server.ts";
import { listPublicQuestions } from "../../queries/questions.server.ts";
import { listCallStages, requireCallStage } from "../../queries/stages.server.ts";
import { QuestionCards } from "../../ui/question-cards.tsx";
import { StageLines } from "../../ui/stage-lines.tsx";
import { headingOf, openPublicCall } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:questions.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, call } = await openPublicCall(args);
  const { election, contests, isPublished } = call;
  const stages = await listCallStages(context, election.id);
  const questions = await listPublicQuestions(context, election.id);
  const candidates = await listPublicCandidates(context, election.id);
  const isOpen = (await requireCallStage(context, election.id, "questions")).ok;
  return {
    election: headingOf(election),
    mayAsk: isPublished && isOpen && election.closedAt === null,
    stages: stages.filter(({ kind }) => kind === "questions"),
    contests: contests.map(({ id, title }) => ({
      id,
      title,
      questions: questions.filter(({ contestId }) => contestId === id),
      candidates: candidates
        .filter(({ contestId, withdrawnAt, struckAt }) => contestId === id && !withdrawnAt && !struckAt)
        .map(({ id: candidacyId, name }) => ({ id: candidacyId, name })),
    })),
  };
}

export default function CandidateQuestions() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { election, contests, mayAsk, stages } = useLoaderData<typeof loader>();
  return (
    <ElectionPage
      election={election}
      part={t("questions.title")}
      lead={t("questions.lead")}
      actions={
        mayAsk ? (
          <LinkButton variant="primary" to={linkToAsk(election.id)}>
            {t("questions.ask")}
          </LinkButton>
        ) : null
      }
    >
      <StageLines stages={stages} />
      {contests.map(({ id, title, questions, candidates }) => (
        <Section key={id} title={inLanguage(title, language)} lead={t("questions.equal")}>
          {questions.length === 0 ? (
            <EmptyState title={t("questions.none")} />
          ) : (
            <QuestionCards questions={questions} candidates={candidates} />
          )}
        </Section>
      ))}
    </ElectionPage>
  );
}
