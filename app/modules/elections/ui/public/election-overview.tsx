// The page of one election, which printed is its report: what is asked, who stands, who holds the key, what fixes it.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import type { Definition } from "#app/ui/definition-list.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { linkToArchive, linkToBallotBox, linkToCall, linkToCandidates, linkToResult, linkToRoll } from "../../links.ts";
import type { ElectionView } from "../../queries/elections.server.ts";
import type { PreparationDecisionView } from "../../before-sealing/queries/preparation-decisions.server.ts";
import { PreparationDecisions } from "../../before-sealing/ui/preparation-decisions.tsx";
import { ContestList } from "./contest-list.tsx";
import { ElectionPage } from "./election-page.tsx";
import { ElectionProgress } from "./election-progress.tsx";
import { HowToVote } from "./how-to-vote.tsx";
import { Trustees } from "./trustees.tsx";
import type { ElectionViewer } from "./voter-call.tsx";
import { VoterCall } from "./voter-call.tsx";

/** The election without its payloads, which only fingerprints are shown of. */
export type ElectionFactsView = Omit<ElectionView, "electionPayload">;

export interface Fingerprints {
  readonly roll: string | null;
  readonly credentials: string | null;
  readonly trustees: string | null;
  readonly election: string | null;
  readonly lastEvent: string | null;
}

export interface ElectionOverviewProps {
  readonly election: ElectionFactsView;
  readonly fingerprints: Fingerprints;
  readonly viewer: ElectionViewer;
  /** What two people decided before the seal. */
  readonly decisions: readonly PreparationDecisionView[];
}

export function ElectionOverview({ election, fingerprints, viewer, decisions }: ElectionOverviewProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  return (
    <ElectionPage
      election={election}
      lead={inLanguage(election.description, language) || undefined}
      actions={
        <>
          <ToCall election={election} />
          <Button onClick={() => window.print()}>{t("public.print")}</Button>
        </>
      }
    >
      <VoterCall election={election} viewer={viewer} />
      <ElectionProgress election={election} />
      <Asked election={election} />
      <ContestList contests={election.contests} />
      <HowToVote election={election} />
      <Decisions decisions={decisions} />
      {election.reached === "draft" ? null : <RollAndBox election={election} />}
      {election.phase === "cancelled" ? null : (
        <Section title={t("public.trustees.title")} lead={t("public.trustees.lead")}>
          <Trustees trustees={election.trustees} threshold={election.trusteeThreshold} phase={election.phase} />
        </Section>
      )}
      <FingerprintList fingerprints={fingerprints} electionId={election.id} isSealed={election.sealedAt !== null} />
    </ElectionPage>
  );
}

/** Until the box is sealed, what can be done in an election is done in its call. */
function Decisions({ decisions }: Pick<ElectionOverviewProps, "decisions">) {
  const { t } = useTranslation("elections");
  const isAfter = ({ kind }: PreparationDecisionView) => kind === "address-mended";
  const [before, after] = [decisions.filter((each) => !isAfter(each)), decisions.filter(isAfter)];
  return (
    <>
      {before.length === 0 ? null : (
        <Section title={t("beforeSealing.title")} lead={t("beforeSealing.lead")}>
          <PreparationDecisions decisions={before} />
        </Section>
      )}
      {after.length === 0 ? null : (
        <Section title={t("beforeSealing.mended")} lead={t("beforeSealing.mendedLead")}>
          <PreparationDecisions decisions={after} />
        </Section>
      )}
    </>
  );
}

function ToCall({ election: { id, hasCall, phase } }: Pick<ElectionOverviewProps, "election">) {
  const { t } = useTranslation("elections");
  if (!hasCall || (phase !== "draft" && phase !== "preparing")) return null;
  const isCalled = phase === "draft";
  return (
    <LinkButton to={isCalled ? linkToCall(id) : linkToCandidates(id)} variant="primary">
      {t(isCalled ? "public.parts.toCall" : "public.parts.toCandidates")}
    </LinkButton>
  );
}

function Asked({ election }: { readonly election: ElectionFactsView }) {
  const { t } = useTranslation("elections");
  const entries: Definition[] = [
    { term: t("public.asked.opens"), description: <Instant at={election.opensAt} /> },
    { term: t("public.asked.closes"), description: <Instant at={election.closesAt} /> },
    { term: t("public.asked.weight"), description: t("public.asked.weightText") },
    {
      term: t("public.asked.rollDate"),
      description: <Instant at={`${election.rollDate}T00:00:00.000Z`} precision="day" />,
    },
  ];
  return (
    <Section title={t("public.asked.title")}>
      <DefinitionList entries={entries} />
    </Section>
  );
}

function RollAndBox({ election }: { readonly election: ElectionFactsView }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const isSealed = election.sealedAt !== null;
  return (
    <Section title={t("public.rollAndBox.title")}>
      <Figures>
        <Figure
          label={t("public.rollAndBox.organizations")}
          value={number(election.rollOrganizations)}
          note={<TextLink to={linkToRoll(election.id)}>{t("public.rollAndBox.toRoll")}</TextLink>}
        />
        <Figure label={t("public.rollAndBox.votes")} value={number(election.rollVotes)} />
        {isSealed ? (
          <Figure
            label={t("public.rollAndBox.ballots")}
            value={number(election.ballotCount)}
            note={<TextLink to={linkToBallotBox(election.id)}>{t("public.rollAndBox.toBox")}</TextLink>}
          />
        ) : null}
      </Figures>
      {election.phase === "result" || election.phase === "counting" ? (
        <p className="no-print mt-6">
          <LinkButton to={linkToResult(election.id)} variant="primary">
            {t(election.phase === "result" ? "booth.after.toResult" : "booth.after.toCount")}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  );
}

interface FingerprintListProps {
  readonly fingerprints: Fingerprints;
  readonly electionId: string;
  readonly isSealed: boolean;
}

function FingerprintList({ fingerprints, electionId, isSealed }: FingerprintListProps) {
  const { t } = useTranslation("elections");
  const names = ["roll", "credentials", "trustees", "election", "lastEvent"] as const;
  return (
    <Section title={t("public.fingerprints.title")} lead={t("public.fingerprints.lead")}>
      <DefinitionList
        entries={[
          {
            term: t("public.fingerprints.id"),
            description: <Code value={electionId} label={t("public.fingerprints.id")} />,
          },
          ...names.map((name) => ({
            term: t(`public.fingerprints.${name}`),
            description: <Fingerprint value={fingerprints[name]} label={t(`public.fingerprints.${name}`)} />,
          })),
        ]}
      />
      {isSealed ? (
        <div className="no-print mt-5 flex flex-wrap gap-3">
          <LinkButton to={linkToArchive(electionId)} reloadDocument>
            <Icon name="download" />
            {t("public.archive.download")}
          </LinkButton>
          <LinkButton to="/verify" variant="quiet">
            {t("public.archive.how")}
          </LinkButton>
        </div>
      ) : null}
    </Section>
  );
}

function Fingerprint({ value, label }: { readonly value: string | null; readonly label: string }) {
  const { t } = useTranslation("elections");
  return value === null ? (
    <span className="text-ink-soft">{t("public.fingerprints.notYet")}</span>
  ) : (
    <Code value={value} label={label} />
  );
}
