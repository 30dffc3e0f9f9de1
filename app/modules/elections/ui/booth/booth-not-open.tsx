// What a voter finds before voting opens and after it has closed.
import { useTranslation } from "react-i18next";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { linkToElection, linkToResult } from "../../links.ts";
import type { BoothElection, BoothEntry } from "./booth-election.ts";
import { MandateSummary } from "./mandate-summary.tsx";
import { useElectionClock } from "./use-election-clock.ts";

export interface BoothNotOpenProps {
  readonly election: BoothElection;
  readonly entries: readonly BoothEntry[];
}

export function BoothNotOpen({ election, entries }: BoothNotOpenProps) {
  if (election.phase === "cancelled") return <Cancelled electionId={election.id} />;
  const isBefore = election.phase === "preparing" || election.phase === "sealed";
  return isBefore ? (
    <BeforeOpening election={election} entries={entries} />
  ) : (
    <AfterClosing election={election} entries={entries} />
  );
}

function Cancelled({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  return (
    <>
      <Panel tone="warning" title={t("phases.cancelled.title")}>
        <p>{t("booth.cancelled")}</p>
      </Panel>
      <LinkButton to={linkToElection(electionId)} variant="primary">
        {t("cancelling.toReason")}
      </LinkButton>
    </>
  );
}

function BeforeOpening({ election, entries }: BoothNotOpenProps) {
  const { t } = useTranslation("elections");
  const hasOpened =
    useElectionClock(election.now) >= new Date(election.opensAt).getTime() && election.phase === "sealed";
  return (
    <>
      <div role="status">
        <Panel
          tone={hasOpened ? "success" : "info"}
          title={t(hasOpened ? "booth.before.opened" : "booth.before.title")}
        >
          <p>
            {t("phases.opens")} <Instant at={election.opensAt} />
          </p>
          <p>
            {t("phases.closes")} <Instant at={election.closesAt} />
          </p>
          {hasOpened ? null : <p>{t("booth.before.code")}</p>}
        </Panel>
      </div>
      {hasOpened ? (
        <LinkButton to="" reloadDocument variant="primary">
          {t("booth.before.enter")}
        </LinkButton>
      ) : null}
      <Mandates election={election} entries={entries} />
      <LinkButton to={linkToElection(election.id)}>{t("booth.before.candidates")}</LinkButton>
    </>
  );
}

function AfterClosing({ election, entries }: BoothNotOpenProps) {
  const { t } = useTranslation("elections");
  const hasResult = election.phase === "result";
  return (
    <>
      <Panel tone="info" title={t("booth.after.title")}>
        <p>
          {t("phases.closed")} <Instant at={election.closesAt} />
        </p>
        <p>{t(hasResult ? "booth.after.result" : "booth.after.counting")}</p>
      </Panel>
      <ul className="max-w-text divide-y divide-line border-y border-line">
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-wrap justify-between gap-x-4 py-2.5">
            <span>{entry.organizationName}</span>
            <span className="text-ink-soft">{t(entry.hasVoted ? "booth.state.voted" : "booth.state.noVote")}</span>
          </li>
        ))}
      </ul>
      <LinkButton to={linkToResult(election.id)} variant="primary">
        {t(hasResult ? "booth.after.toResult" : "booth.after.toCount")}
      </LinkButton>
    </>
  );
}

function Mandates({ election, entries }: BoothNotOpenProps) {
  const { t } = useTranslation("elections");
  return (
    <section className="space-y-3">
      <h2 className="font-display text-xl">{t("booth.before.mandates", { count: entries.length })}</h2>
      {entries.map((entry) => (
        <MandateSummary key={entry.id} entry={entry} closesAt={election.closesAt} />
      ))}
    </section>
  );
}
