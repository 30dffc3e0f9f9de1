// Which organisations to vote for: everything the voter acts for, with its votes, whether it has voted and whether its code is here.
// She marks one, or several that get the same ballot: the list is her own and nothing is marked beforehand except what a link brought.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import type { BoothEntry } from "./booth-election.ts";
import type { BoothState } from "./booth-state.ts";
import { VotedBefore, Why } from "./mandate-summary.tsx";
import { StepHeading } from "./step-heading.tsx";

export interface StepOrganizationProps {
  readonly entries: readonly BoothEntry[];
  readonly state: BoothState;
  readonly closesAt: string;
  readonly onToggle: (entryId: string) => void;
  readonly onGoOn: (entryIds: readonly string[]) => void;
}

export function StepOrganization({ entries, state, closesAt, onToggle, onGoOn }: StepOrganizationProps) {
  const { t } = useTranslation("elections");
  const marked = entries.filter(({ id }) => state.marked.includes(id));
  const votes = marked.reduce((sum, entry) => sum + entry.votes, 0);
  return (
    <div className="space-y-5">
      <StepHeading takesFocus={state.hasMoved}>{t("booth.organization.title")}</StepHeading>
      <p className="max-w-text text-ink-soft">{t("booth.organization.lead", { count: entries.length })}</p>
      <fieldset className="space-y-3">
        <legend className="sr-only">{t("booth.organization.title")}</legend>
        <ul className="space-y-3">
          {entries.map((entry) => (
            <Mandate
              key={entry.id}
              entry={entry}
              state={state}
              closesAt={closesAt}
              onToggle={() => onToggle(entry.id)}
            />
          ))}
        </ul>
      </fieldset>
      <p className="max-w-text text-sm text-ink-soft">{t("booth.organization.codes")}</p>
      <div role="alert">
        {state.hasMarkedNone ? (
          <p className="border-s-4 border-warning bg-warning-soft px-3 py-2">{t("booth.organization.none")}</p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t-2 border-line-strong pt-3">
        <p role="status" className="tabular font-semibold">
          {t("booth.organization.marked", { count: marked.length, votes })}
        </p>
        <Button
          variant="primary"
          disabled={!state.isAwake}
          onClick={() => onGoOn(marked.map(({ id }) => id))}
          className="flex-1 sm:flex-none"
        >
          {t("booth.organization.go")}
        </Button>
      </div>
    </div>
  );
}

interface MandateProps {
  readonly entry: BoothEntry;
  readonly state: BoothState;
  readonly closesAt: string;
  readonly onToggle: () => void;
}

function Mandate({ entry, state, closesAt, onToggle }: MandateProps) {
  const { t } = useTranslation("elections");
  const hasJustVoted = state.votedNow.includes(entry.id);
  const hasVoted = entry.hasVoted || hasJustVoted;
  const hasCode = state.codes[entry.id] !== undefined;
  return (
    <li className="rounded-lg border-2 border-line-strong bg-raised has-checked:border-accent has-checked:bg-accent-soft">
      <label className="flex cursor-pointer items-start gap-3.5 px-4 pb-1 pt-3.5">
        <input
          type="checkbox"
          name="organization"
          checked={state.marked.includes(entry.id)}
          onChange={onToggle}
          disabled={!state.isAwake}
          className="mt-0.5 size-6 shrink-0 scroll-mt-28 accent-accent"
        />
        <span className="min-w-0">
          <span className="block text-lg font-semibold leading-snug">{entry.organizationName}</span>
          <span className="mt-1 flex flex-wrap gap-2">
            <span className="text-sm text-ink-soft">{entry.organizationHandle}</span>
            <Badge tone="info">{t("booth.votes", { count: entry.votes })}</Badge>
            <Badge tone={hasVoted ? "success" : "neutral"}>
              {t(hasVoted ? "booth.state.voted" : "booth.state.notVoted")}
            </Badge>
            {hasJustVoted ? null : (
              <Badge tone={hasCode ? "success" : "neutral"}>
                {t(hasCode ? "booth.organization.hasCode" : "booth.organization.needsCode")}
              </Badge>
            )}
          </span>
        </span>
      </label>
      <div className="px-4 pb-3 ps-14">
        <VotedBefore entry={entry} closesAt={closesAt} hasJustVoted={hasJustVoted} />
        <Why entry={entry} />
      </div>
    </li>
  );
}
