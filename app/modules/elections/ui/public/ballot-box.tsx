// The public ballot box: every ballot by its tracker, live, and the answer to "is mine in it?". No content, no names.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { linkToArchive } from "../../links.ts";
import { BoxLines } from "./box-lines.tsx";
import type { ElectionHeading } from "./election-page.tsx";
import { ElectionPage } from "./election-page.tsx";
import type { TrackerSearch } from "./tracker-answer.tsx";
import { TrackerAnswer } from "./tracker-answer.tsx";
import type { BoxState } from "./use-live-box.ts";
import { useLiveBox } from "./use-live-box.ts";

export interface BallotBoxProps {
  readonly election: ElectionHeading & {
    readonly rollOrganizations: number;
    readonly rollVotes: number;
    readonly closesAt: string;
  };
  readonly search: TrackerSearch | null;
  readonly first: BoxState;
}

export function BallotBox({ election, search, first }: BallotBoxProps) {
  const { t } = useTranslation("elections");
  const [isPaused, setPaused] = useState(false);
  const isOpen = election.phase === "open";
  const { box, turnout } = useLiveBox(election.id, first, isOpen && !isPaused);
  return (
    <ElectionPage
      election={election}
      part={t("public.box.title")}
      lead={t("public.box.lead")}
      actions={
        <LinkButton to={linkToArchive(election.id)} reloadDocument>
          <Icon name="download" />
          {t(isOpen ? "public.archive.downloadSoFar" : "public.archive.download")}
        </LinkButton>
      }
    >
      <SearchField
        name="tracker"
        label={t("public.box.search")}
        description={t("public.box.searchHint")}
        defaultValue={search?.tracker}
        key={search?.tracker}
      />
      {search === null ? null : <TrackerAnswer search={search} election={election} />}
      <TurnoutFigures election={election} turnout={turnout} total={box.total} />
      <Section
        title={t("public.box.listTitle")}
        lead={t("public.box.listLead")}
        actions={isOpen ? <PauseButton isPaused={isPaused} onToggle={() => setPaused(!isPaused)} /> : null}
      >
        <p role="status" className="mb-3 text-sm text-ink-soft">
          {t("public.box.count", { count: box.total })}
          {isOpen ? ` · ${t(isPaused ? "public.box.paused" : "public.box.live")}` : null}
        </p>
        {box.lines.length === 0 ? (
          <EmptyState title={t("public.box.none")}>{t("public.box.noneText")}</EmptyState>
        ) : (
          <BoxLines lines={box.lines} soughtTracker={search?.line?.tracker} />
        )}
        <div className="mt-4">
          <Pagination page={box.page} pageCount={box.pages} />
        </div>
      </Section>
    </ElectionPage>
  );
}

function TurnoutFigures({
  election,
  turnout,
  total,
}: Pick<BallotBoxProps, "election"> & { readonly turnout: BoxState["turnout"]; readonly total: number }) {
  const { t } = useTranslation("elections");
  const { number, percent } = useFormats();
  const share = (part: number, whole: number) => (whole === 0 ? "–" : percent(part / whole));
  const { rollOrganizations, rollVotes } = election;
  return (
    <Figures>
      <Figure
        label={t("public.box.turnoutOrganizations")}
        value={share(turnout.organizations, rollOrganizations)}
        note={t("public.box.of", { part: number(turnout.organizations), whole: number(rollOrganizations) })}
      />
      <Figure
        label={t("public.box.turnoutVotes")}
        value={share(turnout.votes, rollVotes)}
        note={t("public.box.of", { part: number(turnout.votes), whole: number(rollVotes) })}
      />
      <Figure label={t("public.rollAndBox.ballots")} value={number(total)} note={t("public.box.ballotsNote")} />
    </Figures>
  );
}

function PauseButton({ isPaused, onToggle }: { readonly isPaused: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation("elections");
  return (
    <Button size="small" onClick={onToggle}>
      {t(isPaused ? "public.box.resume" : "public.box.pause")}
    </Button>
  );
}
