// The result: votes, shares and turnout, and how to check all of it without us. Until there is one: how far the count has come.
import { useTranslation } from "react-i18next";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Button } from "#app/ui/button.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { inLanguage } from "#app/platform/language/languages.ts";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { questionAnswers } from "../../domain/contests.ts";
import { linkToArchive, linkToDisputes } from "../../links.ts";
import type { ContestResult, ElectionResult } from "../../queries/result.server.ts";
import { CountProgress } from "./count-progress.tsx";
import { CandidateNote } from "./candidate-note.tsx";
import { ElectionPage } from "./election-page.tsx";
import type { ContestOnResult, ResultPageProps } from "./result-view.ts";
import { VerifyInFiveLines } from "./verify-in-five-lines.tsx";

export function ResultPage({ election, result, state, reasoning }: ResultPageProps) {
  const { t } = useTranslation("elections");
  if (result === null) {
    return (
      <ElectionPage election={election} part={t("public.result.title")}>
        <CountProgress election={election} />
      </ElectionPage>
    );
  }
  return (
    <ElectionPage
      election={election}
      part={t("public.result.title")}
      lead={
        election.resultAt === null ? undefined : (
          <>
            {t("phases.published")} <Instant at={election.resultAt} />
          </>
        )
      }
      actions={
        <>
          <LinkButton to={linkToDisputes(election.id)}>{t("disputes.title")}</LinkButton>
          <Button onClick={() => window.print()}>{t("public.print")}</Button>
        </>
      }
    >
      {state}
      <Turnout result={result} />
      <Votes election={election} result={result} />
      {reasoning}
      <VerifyInFiveLines electionId={election.id} group={election.group} fingerprint={election.fingerprint} />
    </ElectionPage>
  );
}

function Turnout({ result }: { readonly result: ElectionResult }) {
  const { t } = useTranslation("elections");
  const { number, percent } = useFormats();
  const [only, ...others] = result.contests;
  const hasOne = only !== undefined && others.length === 0;
  return (
    <Figures>
      <Figure
        label={t("public.box.turnoutOrganizations")}
        value={percent(result.turnoutOfOrganizations / 10_000)}
        note={t("public.box.of", {
          part: number(result.votedOrganizations),
          whole: number(result.entitledOrganizations),
        })}
      />
      <Figure
        label={t("public.box.turnoutVotes")}
        value={percent(result.turnoutOfVotes / 10_000)}
        note={t("public.box.of", { part: number(result.votesCast), whole: number(result.votesEntitled) })}
      />
      {!hasOne ? null : (
        <Figure label={t("public.result.total")} value={number(only.totalMarks)} note={t("public.result.totalNote")} />
      )}
    </Figures>
  );
}

function Votes({ election, result }: ResultPageProps & { readonly result: ElectionResult }) {
  const { t } = useTranslation("elections");
  return (
    <Section
      title={t("public.result.votesTitle")}
      actions={
        <LinkButton to={linkToArchive(election.id)} reloadDocument>
          <Icon name="download" />
          {t("public.archive.download")}
        </LinkButton>
      }
    >
      <div className="space-y-10">
        {election.contests.map((contest) => {
          const counted = result.contests.find(({ contestId }) => contestId === contest.id);
          if (counted === undefined) return null;
          return (
            <ContestVotes
              key={contest.id}
              contest={contest}
              counted={counted}
              isOnly={election.contests.length === 1}
            />
          );
        })}
      </div>
      <p className="mt-3 max-w-text text-sm text-ink-soft">{t("public.result.note")}</p>
    </Section>
  );
}

interface ContestVotesProps {
  readonly contest: ContestOnResult;
  readonly counted: ContestResult;
  readonly isOnly: boolean;
}

function ContestVotes({ contest, counted, isOnly }: ContestVotesProps) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const language = useLanguage();
  const isQuestion = contest.kind === "question";
  const candidateOf = (position: number) => contest.candidates.find((candidate) => candidate.position === position);
  const nameOf = (option: number) =>
    isQuestion ? t(`booth.question.${questionAnswers[option] ?? "abstain"}`) : (candidateOf(option)?.name ?? "");
  return (
    <div>
      {isOnly ? null : <h3 className="mb-2 text-xl font-semibold">{inLanguage(contest.title, language)}</h3>}
      <BarChart
        caption={t(isQuestion ? "public.result.captionQuestion" : "public.result.caption", { max: contest.maxChoices })}
        labelHeader={t(isQuestion ? "public.result.answer" : "public.result.candidate")}
        valueHeader={t("public.roll.votes")}
        shareHeader={t("public.result.share")}
        total={counted.totalMarks}
        bars={counted.lines.map(({ option, votes }) => ({
          label: option === "blank" ? t("booth.ballot.blank") : nameOf(option),
          value: votes,
          note: option === "blank" || isQuestion ? undefined : <NoteOf candidate={candidateOf(option)} />,
        }))}
      />
      <p className="flex justify-between border-b-2 border-ink py-2.5 font-semibold">
        <span>{t("public.result.total")}</span>
        <span className="tabular">{number(counted.totalMarks)}</span>
      </p>
    </div>
  );
}

function NoteOf({ candidate }: { readonly candidate: ContestOnResult["candidates"][number] | undefined }) {
  if (candidate === undefined) return null;
  return (
    <span className="text-sm text-ink-soft">
      <CandidateNote candidate={candidate} />
    </span>
  );
}
