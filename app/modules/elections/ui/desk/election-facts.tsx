// The facts of an election as both desks show them: times, roll, key, fingerprints.
import { useTranslation } from "react-i18next";
import { readInstant } from "#app/lib/instants/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Definition } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { seatWordsOf, traitsOf } from "../../domain/seat-ground.ts";
import type { ContestView } from "../../queries/contests.server.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";

export function ElectionFacts({ election }: { readonly election: ElectionAtDesk }) {
  const { t } = useTranslation("elections");
  const { number, day } = useFormats();
  const language = useLanguage();
  const rollInstant = readInstant(election.rollDate);
  const rollDay = rollInstant === undefined ? election.rollDate : day(rollInstant);
  const entries: Definition[] = [
    { term: t("desk.facts.opensAt"), description: <Instant at={election.opensAt} /> },
    { term: t("desk.facts.closesAt"), description: <Instant at={election.closesAt} /> },
    ...election.contests.map((contest) => ({
      term: inLanguage(contest.title, language),
      description: <ContestFacts contest={contest} />,
    })),
    { term: t("desk.facts.electorate"), description: t(`desk.electorates.${election.electorate}`) },
    { term: t("desk.facts.group"), description: election.group },
    {
      term: t("desk.facts.roll"),
      description:
        election.rollFrozenAt === null
          ? t("desk.facts.rollDate", { day: rollDay })
          : t("desk.facts.rollFrozen", {
              organizations: number(election.rollOrganizations),
              votes: number(election.rollVotes),
              day: rollDay,
            }),
    },
  ];
  if (election.rollRoot !== null) {
    entries.push({
      term: t("desk.facts.rollRoot"),
      description: <Code value={election.rollRoot} label={t("desk.facts.rollRoot")} />,
    });
  }
  if (election.lastEventHash !== null) {
    entries.push({
      term: t("desk.facts.lastEvent"),
      description: <Code value={election.lastEventHash} label={t("desk.facts.lastEvent")} />,
    });
  }
  return <DefinitionList entries={entries} />;
}

function ContestFacts({ contest }: { readonly contest: ContestView }) {
  const { t } = useTranslation("elections");
  const { day } = useFormats();
  if (contest.kind === "question") return t("desk.facts.question");
  const { minChoices: min, maxChoices: max, allowsBlank, bodyKey, candidates } = contest;
  const begins = contest.termsBeginOn === null ? undefined : readInstant(contest.termsBeginOn);
  const facts = [
    t(`desk.bodies.${bodyKey ?? "other"}`),
    t("seatWords", seatWordsOf(contest, day)),
    t("desk.facts.choices", { min, max, blank: allowsBlank ? "yes" : "no" }),
    ...(begins === undefined ? [] : [t("desk.facts.termsBegin", { day: day(begins) })]),
    candidates.length === 0 ? t("public.contests.noCandidates") : candidates.map(traitsOf).join(" · "),
  ];
  return (
    <ul>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
