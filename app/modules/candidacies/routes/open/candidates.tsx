// The published candidates of an election: /elections/:electionId/candidates
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ElectionPage, linkToNewClaim } from "#app/modules/elections/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCall, linkToCandidateQuestions } from "../../links.ts";
import { listPublicCandidates } from "../../queries/candidacies.server.ts";
import { listPublishedChanges } from "../../queries/published-changes.server.ts";
import { CandidateCards } from "../../ui/candidate-cards.tsx";
import { PublishedChanges } from "../../ui/published-changes.tsx";
import { headingOf, openPublicCall } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:public.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, call } = await openPublicCall(args);
  const candidates = await listPublicCandidates(context, call.election.id);
  return {
    election: headingOf(call.election),
    isPublished: call.isPublished,
    changes: await listPublishedChanges(context, { electionId: call.election.id }),
    contests: call.contests.map(({ id, title, seats }) => ({
      id,
      title,
      seats,
      candidates: candidates.filter((candidate) => candidate.contestId === id),
    })),
  };
}

export default function Candidates() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { election, contests, isPublished, changes } = useLoaderData<typeof loader>();
  if (!isPublished) {
    return (
      <ElectionPage election={election} part={t("public.title")}>
        <EmptyState
          title={t("public.notYet")}
          action={<LinkButton to={linkToCall(election.id)}>{t("public.toCall")}</LinkButton>}
        >
          {t("public.notYetText")}
        </EmptyState>
      </ElectionPage>
    );
  }
  return (
    <ElectionPage
      election={election}
      part={t("public.title")}
      lead={t("public.order")}
      actions={
        <>
          <LinkButton to={linkToCandidateQuestions(election.id)}>{t("questions.title")}</LinkButton>
          <LinkButton variant="quiet" to={linkToNewClaim(election.id, { kind: "candidate" })}>
            {t("public.complain")}
          </LinkButton>
        </>
      }
    >
      {contests.map((contest) => (
        <Section
          key={contest.id}
          title={inLanguage(contest.title, language)}
          lead={t("public.seats", { seats: contest.seats, candidates: contest.candidates.length })}
        >
          <CandidateCards candidates={contest.candidates} />
        </Section>
      ))}
      <PublishedChanges changes={changes} hasNames />
      <p className="max-w-text text-sm text-ink-soft">{t("public.equalSpace")}</p>
    </ElectionPage>
  );
}
