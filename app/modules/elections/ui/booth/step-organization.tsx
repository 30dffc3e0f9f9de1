// Which organisation to vote for: everything the voter acts for, with its votes and whether it has voted.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import type { BoothEntry } from "./booth-election.ts";
import { VotedBefore, Why } from "./mandate-summary.tsx";
import { StepHeading } from "./step-heading.tsx";

export interface StepOrganizationProps {
  readonly entries: readonly BoothEntry[];
  readonly votedNow: readonly string[];
  readonly closesAt: string;
  readonly takesFocus: boolean;
  readonly isAwake: boolean;
  readonly onChoose: (entryId: string) => void;
}

export function StepOrganization({
  entries,
  votedNow,
  closesAt,
  takesFocus,
  isAwake,
  onChoose,
}: StepOrganizationProps) {
  const { t } = useTranslation("elections");
  return (
    <div className="space-y-5">
      <StepHeading takesFocus={takesFocus}>{t("booth.organization.title")}</StepHeading>
      <p className="max-w-text text-ink-soft">{t("booth.organization.lead", { count: entries.length })}</p>
      <ul className="space-y-3">
        {entries.map((entry) => {
          const hasJustVoted = votedNow.includes(entry.id);
          const hasVoted = entry.hasVoted || hasJustVoted;
          return (
            <li key={entry.id} className="rounded-lg border border-line-strong bg-raised p-4 sm:p-5">
              <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
                <div className="min-w-0 flex-1 basis-72">
                  <h3 className="text-lg font-semibold leading-snug">
                    {entry.organizationName}{" "}
                    <span className="text-sm font-normal text-ink-soft">({entry.organizationHandle})</span>
                  </h3>
                  <p className="mt-1 flex flex-wrap gap-2">
                    <Badge tone="info">{t("booth.votes", { count: entry.votes })}</Badge>
                    <Badge tone={hasVoted ? "success" : "neutral"}>
                      {t(hasVoted ? "booth.state.voted" : "booth.state.notVoted")}
                    </Badge>
                  </p>
                  <VotedBefore entry={entry} closesAt={closesAt} hasJustVoted={hasJustVoted} />
                  <Why entry={entry} />
                </div>
                <Button
                  variant={hasVoted ? "secondary" : "primary"}
                  disabled={!isAwake}
                  onClick={() => onChoose(entry.id)}
                  className="w-full sm:w-auto"
                >
                  {t(hasVoted ? "booth.organization.again" : "booth.organization.vote")}
                  <span className="sr-only"> {t("booth.organization.for", { name: entry.organizationName })}</span>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
