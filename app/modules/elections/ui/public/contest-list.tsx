// What the election decides: each contest with its rule and whoever stands in it.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { questionAnswers } from "../../domain/contests.ts";
import type { ContestView } from "../../queries/contests.server.ts";
import { CandidateList } from "./candidate-list.tsx";

export function ContestList({ contests }: { readonly contests: readonly ContestView[] }) {
  const { t } = useTranslation("elections");
  return (
    <Section title={t("public.contests.title", { count: contests.length })}>
      <div className="space-y-10">
        {contests.map((contest) => (
          <Contest key={contest.id} contest={contest} />
        ))}
      </div>
    </Section>
  );
}

function Contest({ contest }: { readonly contest: ContestView }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const description = inLanguage(contest.description, language);
  return (
    <div className="space-y-3">
      <h3 className="text-xl font-semibold leading-snug">{inLanguage(contest.title, language)}</h3>
      {description === "" ? null : <p className="max-w-text">{description}</p>}
      <p className="max-w-text">
        <ContestRule contest={contest} />
      </p>
      {contest.kind === "question" ? (
        <ul className="flex flex-wrap gap-3">
          {questionAnswers.map((answer) => (
            <li key={answer} className="rounded-lg border border-line bg-raised px-4 py-2 font-semibold">
              {t(`booth.question.${answer}`)}
            </li>
          ))}
        </ul>
      ) : (
        <Candidates contest={contest} />
      )}
    </div>
  );
}

function Candidates({ contest: { candidates } }: { readonly contest: ContestView }) {
  const { t } = useTranslation("elections");
  if (candidates.length === 0) return <p className="text-ink-soft">{t("public.contests.noCandidates")}</p>;
  return (
    <>
      <p className="max-w-text text-sm text-ink-soft">{t("public.candidates.order")}</p>
      <CandidateList candidates={candidates} />
    </>
  );
}

/** How to choose in a contest, in one sentence or two. */
export function ContestRule({
  contest,
}: {
  readonly contest: Pick<ContestView, "kind" | "minChoices" | "maxChoices" | "allowsBlank">;
}) {
  const { t } = useTranslation("elections");
  if (contest.kind === "question") return <>{t("booth.question.rule")}</>;
  const key = contest.minChoices > 1 ? "booth.ballot.ruleBetween" : "booth.ballot.ruleUpTo";
  return (
    <>
      {t(key, { min: contest.minChoices, max: contest.maxChoices })}{" "}
      {contest.allowsBlank ? t("booth.ballot.ruleBlank") : null}
    </>
  );
}
