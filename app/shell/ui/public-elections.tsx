// The elections of the front page: what is open first.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { useLanguage } from "#app/ui/use-formats.ts";

/** What the front page tells of an election. */
export interface PublicElection {
  readonly id: string;
  readonly title: Trilingual;
  readonly isTest: boolean;
  readonly phase: "draft" | "preparing" | "sealed" | "open" | "counting" | "result";
  readonly opensAt: string;
  readonly closesAt: string;
  readonly candidateCount: number;
  readonly ballotCount: number;
}

const tones: Record<PublicElection["phase"], Tone> = {
  draft: "neutral",
  preparing: "neutral",
  sealed: "info",
  open: "success",
  counting: "warning",
  result: "info",
};

export function PublicElections({ elections }: { readonly elections: readonly PublicElection[] }) {
  const { t } = useTranslation();
  const openFirst = [...elections].sort((one, other) => Number(other.phase === "open") - Number(one.phase === "open"));
  return (
    <Section
      title={t("front.elections.title")}
      actions={
        elections.length > 0 ? (
          <TextLink to="/elections" className="inline-flex min-h-touch items-center">
            {t("front.seeAll")}
          </TextLink>
        ) : null
      }
    >
      {elections.length === 0 ? (
        <EmptyState title={t("front.elections.none")}>{t("front.elections.noneText")}</EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {openFirst.map((election) => (
            <li key={election.id}>
              <ElectionCard election={election} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ElectionCard({ election }: { readonly election: PublicElection }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { phase, opensAt, closesAt, candidateCount, ballotCount, isTest } = election;
  const isBefore = phase === "preparing" || phase === "sealed" || phase === "draft";
  return (
    <Card
      level={3}
      to={`/elections/${election.id}`}
      title={inLanguage(election.title, language)}
      className="h-full"
      aside={
        <span className="flex flex-wrap gap-1.5">
          {isTest ? <Badge>{t("front.elections.test")}</Badge> : null}
          <Badge tone={tones[phase]}>{t(`front.phase.${phase}`)}</Badge>
        </span>
      }
    >
      <p className="text-sm">
        <span className="text-ink-soft">{t(`front.elections.${timeWord(isBefore, phase)}`)}</span>{" "}
        <Instant at={isBefore ? opensAt : closesAt} />
      </p>
      <p className="mt-1 text-sm text-ink-soft">
        {t("front.elections.candidates", { count: candidateCount })}
        {isBefore ? null : ` · ${t("front.elections.ballots", { count: ballotCount })}`}
      </p>
    </Card>
  );
}

function timeWord(isBefore: boolean, phase: PublicElection["phase"]): "opens" | "closes" | "closed" {
  if (isBefore) return "opens";
  return phase === "open" ? "closes" : "closed";
}
