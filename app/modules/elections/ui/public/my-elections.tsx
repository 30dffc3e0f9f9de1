// The elections of a membership contact, with a large way into the booth where voting is open.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { ElectionPhase } from "../../domain/phase.ts";
import { linkToBooth, linkToElection, linkToElections, linkToOwnRollEntry, linkToResult } from "../../links.ts";
import type { OwnElection, OwnRollEntry } from "../../queries/voter.server.ts";
import { ElectionTimes } from "./election-times.tsx";
import { PhaseBadge } from "./phase-badge.tsx";

export interface MyElectionsProps {
  readonly elections: readonly OwnElection[];
  /** The place of each title in the outline of the page. */
  readonly level?: 2 | 3 | 4;
}

export function MyElections({ elections, level = 3 }: MyElectionsProps) {
  const { t } = useTranslation("elections");
  if (elections.length === 0) {
    return (
      <EmptyState
        title={t("public.my.none")}
        action={<LinkButton to={linkToElections()}>{t("public.my.all")}</LinkButton>}
      >
        {t("public.my.noneText")}
      </EmptyState>
    );
  }
  // Why: what can be done now stands first.
  const openFirst = [...elections].sort(
    (left, right) => Number(right.election.phase === "open") - Number(left.election.phase === "open"),
  );
  return (
    <ul className="space-y-4">
      {openFirst.map((own) => (
        <li key={own.election.id}>
          <MyElection own={own} level={level} />
        </li>
      ))}
    </ul>
  );
}

function MyElection({ own: { election, entries }, level }: { readonly own: OwnElection; readonly level: 2 | 3 | 4 }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const votes = entries.reduce((sum, entry) => sum + entry.votes, 0);
  return (
    <Card
      level={level}
      title={<TextLink to={linkToElection(election.id)}>{inLanguage(election.title, language)}</TextLink>}
      aside={<PhaseBadge phase={election.phase} isTest={election.isTest} />}
    >
      <ElectionTimes election={election} />
      <p className="mt-2 font-semibold">{t("public.my.mandates", { organizations: entries.length, votes })}</p>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {entries.map((entry) => (
          <MyEntry key={entry.id} entry={entry} phase={election.phase} />
        ))}
      </ul>
      <p className="mt-3">
        <TextLink to={linkToOwnRollEntry(election.id)}>{t("roll.own.link")}</TextLink>
      </p>
      {election.phase === "open" ? <ToBooth electionId={election.id} entries={entries} /> : null}
      {election.phase === "result" ? (
        <p className="mt-4">
          <LinkButton to={linkToResult(election.id)}>{t("public.my.result")}</LinkButton>
        </p>
      ) : null}
    </Card>
  );
}

function MyEntry({ entry, phase }: { readonly entry: OwnRollEntry; readonly phase: ElectionPhase }) {
  const { t } = useTranslation("elections");
  const isBefore = ["draft", "preparing", "sealed", "cancelled"].includes(phase);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-0">
        {entry.organizationName} <span className="text-sm text-ink-soft">({entry.organizationHandle})</span>
      </span>
      <span className="flex flex-wrap gap-1.5">
        <Badge tone="info">{t("booth.votes", { count: entry.votes })}</Badge>
        {entry.hasVoted ? <Badge tone="success">{t("booth.state.voted")}</Badge> : null}
        {entry.hasVoted || isBefore ? null : (
          <Badge>{t(phase === "open" ? "booth.state.notVoted" : "booth.state.noVote")}</Badge>
        )}
      </span>
    </li>
  );
}

function ToBooth({ electionId, entries }: { readonly electionId: string; readonly entries: readonly OwnRollEntry[] }) {
  const { t } = useTranslation("elections");
  const isAllVoted = entries.every((entry) => entry.hasVoted);
  return (
    <p className="mt-4">
      <LinkButton
        to={linkToBooth(electionId)}
        variant={isAllVoted ? "secondary" : "primary"}
        className="w-full text-lg sm:w-auto sm:px-10"
      >
        {t(isAllVoted ? "public.my.voteAgain" : "public.my.vote")}
      </LinkButton>
    </p>
  );
}
