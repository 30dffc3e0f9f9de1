// The call of an election: what is open until when, which seats, who cannot be elected and why, how to nominate.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ElectionPage } from "#app/modules/elections/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Country } from "#app/ui/country.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { BarredCitizenship, CallContest } from "../../domain/call-contest.ts";
import { barredWithReasons, endorsementsAllowed, nominationsAllowed } from "../../domain/call-contest.ts";
import { linkToCandidates, linkToNominate } from "../../links.ts";
import { listCallStages, requireCallStage } from "../../queries/stages.server.ts";
import { StageLines } from "../../ui/stage-lines.tsx";
import { headingOf, openPublicCall } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:call.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, call } = await openPublicCall(args);
  const stages = await listCallStages(context, call.election.id);
  const isOpen = (await requireCallStage(context, call.election.id, "nominations")).ok;
  return {
    election: { ...headingOf(call.election), description: call.election.description },
    isPublished: call.isPublished,
    mayNominate: isOpen && !call.isPublished && call.election.sealedAt === null,
    stages,
    contests: call.contests.map((contest) => ({
      ...contest,
      barred: barredWithReasons(contest),
      nominations: nominationsAllowed(contest),
      endorsements: endorsementsAllowed(contest),
    })),
  };
}

export default function CallPage() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { election, isPublished, mayNominate, stages, contests } = useLoaderData<typeof loader>();
  return (
    <ElectionPage
      election={election}
      part={t("call.title")}
      lead={inLanguage(election.description, language) || undefined}
    >
      <Panel tone={mayNominate ? "success" : "info"} title={t(mayNominate ? "call.open" : "call.closed")}>
        <p>{t(mayNominate ? "call.openText" : "call.closedText")}</p>
        <p className="pt-2">
          {mayNominate ? (
            <LinkButton variant="primary" to={linkToNominate(election.id)}>
              {t("call.nominate")}
            </LinkButton>
          ) : isPublished ? (
            <LinkButton to={linkToCandidates(election.id)}>{t("call.toCandidates")}</LinkButton>
          ) : null}
        </p>
      </Panel>
      <Section title={t("call.stages")}>
        {stages.length === 0 ? <p className="text-ink-soft">{t("call.noCalendar")}</p> : <StageLines stages={stages} />}
      </Section>
      {contests.map((contest) => (
        <Contest key={contest.id} contest={contest} />
      ))}
      <Section title={t("call.how")}>
        <ol className="max-w-text list-decimal space-y-2 ps-6">
          {(["first", "second", "third", "fourth", "fifth"] as const).map((step) => (
            <li key={step}>{t(`call.steps.${step}`)}</li>
          ))}
        </ol>
        <p className="mt-4 max-w-text text-ink-soft">{t("call.conduct")}</p>
      </Section>
    </ElectionPage>
  );
}

interface ShownContest extends CallContest {
  readonly barred: readonly BarredCitizenship[];
  readonly nominations: number;
  readonly endorsements: number;
}

function Contest({ contest }: { readonly contest: ShownContest }) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { rules } = contest;
  return (
    <Section title={inLanguage(contest.title, language)} lead={inLanguage(contest.description, language) || undefined}>
      <DefinitionList
        entries={[
          { term: t("call.seats"), description: contest.seats },
          { term: t("call.nominators"), description: t(`call.nominatorsOf.${rules.nominators}`) },
          { term: t("call.limit"), description: t("call.limitText", { count: contest.nominations }) },
          {
            term: t("call.endorsements"),
            description:
              rules.endorsementsNeeded === 0
                ? t("call.noEndorsements")
                : t("call.endorsementsText", { needed: rules.endorsementsNeeded, most: contest.endorsements }),
          },
          {
            term: t("call.citizenships"),
            description:
              rules.capPerCitizenship === null
                ? t("call.noCap")
                : t("call.capText", { count: rules.capPerCitizenship }),
          },
          { term: t("call.barred"), description: <Barred barred={contest.barred} /> },
          {
            term: t("call.employers"),
            description:
              rules.capPerEmployerGroup === null
                ? t("call.noCap")
                : t("call.employerCap", { count: rules.capPerEmployerGroup }),
          },
        ]}
      />
    </Section>
  );
}

/** Each barred citizenship with the office holders who use it up. Source: every call lists the ineligible nationalities. */
function Barred({ barred }: { readonly barred: readonly BarredCitizenship[] }) {
  const { t } = useTranslation("candidacies");
  const { list } = useFormats();
  if (barred.length === 0) return <>{t("call.nobodyBarred")}</>;
  return (
    <ul className="space-y-1">
      {barred.map(({ code, holders, cap }) => (
        <li key={code}>
          <strong>
            <Country code={code} />
          </strong>
          : {t("call.barredBecause", { holders: list(holders), cap })}
        </li>
      ))}
    </ul>
  );
}
