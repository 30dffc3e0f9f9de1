// For whom the voter votes, with how many votes and why, and whether this organisation has voted before. Never what it voted.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { BoothEntry } from "./booth-election.ts";
import { WhyTheseVotes } from "./why-these-votes.tsx";

export interface MandateSummaryProps {
  readonly entry: BoothEntry;
  readonly closesAt: string;
  /** Voted in this very visit. */
  readonly hasJustVoted?: boolean;
}

export function MandateSummary({ entry, closesAt, hasJustVoted = false }: MandateSummaryProps) {
  const { t } = useTranslation("elections");
  return (
    <section
      aria-label={t("booth.mandate.label", { name: entry.organizationName })}
      className="rounded-lg border border-line bg-raised px-4 py-3.5 sm:px-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0">
          <span className="text-sm text-ink-soft">{t("booth.mandate.for")}</span>{" "}
          <strong className="text-lg leading-snug">{entry.organizationName}</strong>{" "}
          <span className="text-sm text-ink-soft">({entry.organizationHandle})</span>
        </p>
        <Badge tone="info">{t("booth.votes", { count: entry.votes })}</Badge>
      </div>
      <VotedBefore entry={entry} closesAt={closesAt} hasJustVoted={hasJustVoted} />
      <Why entry={entry} />
    </section>
  );
}

/** What is known of earlier votes: the day, and that the last one counts. */
export function VotedBefore({ entry, closesAt, hasJustVoted = false }: MandateSummaryProps) {
  const { t } = useTranslation("elections");
  if (!entry.hasVoted && !hasJustVoted) return null;
  return (
    <p className="mt-1.5 text-sm">
      <Icon name="check" className="me-1 text-success" />
      {hasJustVoted || entry.lastVotedOn === null ? (
        t("booth.voted.now")
      ) : (
        <>
          {t("booth.voted.on")} <Instant at={`${entry.lastVotedOn}T00:00:00.000Z`} precision="day" />.
        </>
      )}{" "}
      {t("booth.voted.again")} <Instant at={closesAt} />. {t("booth.voted.lastCounts")}
    </p>
  );
}

export function Why({ entry }: { readonly entry: BoothEntry }) {
  const { t } = useTranslation("elections");
  return (
    <details className="group mt-1.5 text-sm">
      <summary className="link inline-flex min-h-target items-center gap-1">
        <Icon name="chevronDown" className="transition-transform group-open:rotate-180" />
        {t("booth.why.summary", { count: entry.votes })}
      </summary>
      <div className="mt-2">
        <WhyTheseVotes entry={entry} />
      </div>
    </details>
  );
}
