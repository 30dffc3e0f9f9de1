// The frame of the public pages of one election: what it is, where it stands, and the way to its other pages.
import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { classes } from "#app/ui/classes.ts";
import { Page } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { ElectionPhase } from "../../domain/phase.ts";
import {
  linkToBallotBox,
  linkToCalendar,
  linkToCall,
  linkToCandidates,
  linkToChecking,
  linkToClaims,
  linkToElection,
  linkToElections,
  linkToResult,
  linkToRoll,
  linkToTurnout,
} from "../../links.ts";
import { CancelledBand } from "../../cancelling/ui/cancelled-band.tsx";
import { PhaseBadge, TestElectionNotice } from "./phase-badge.tsx";

export interface ElectionHeading {
  readonly id: string;
  readonly title: Trilingual;
  readonly isTest: boolean;
  readonly phase: ElectionPhase;
  /** Of one that was called off, the phase in which that happened. */
  readonly reached: ElectionPhase;
  /** Its candidates come from a call, which has pages of its own. */
  readonly hasCall: boolean;
}

export interface ElectionPageProps {
  readonly election: ElectionHeading;
  /** What this page shows of it; absent on the election's own page. */
  readonly part?: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function ElectionPage({ election, part, lead, actions, children }: ElectionPageProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const title = inLanguage(election.title, language);
  const crumbs = [{ label: t("public.list.title"), to: linkToElections() }];
  return (
    <Page
      title={part === undefined ? title : <PartOfElection part={part} title={title} />}
      lead={lead}
      actions={actions}
      breadcrumbs={part === undefined ? crumbs : [...crumbs, { label: title, to: linkToElection(election.id) }]}
    >
      <div className="-mt-2 space-y-4">
        <p>
          <PhaseBadge phase={election.phase} isTest={election.isTest} isPublic />
        </p>
        <TestElectionNotice isTest={election.isTest} isBrief={part !== undefined} />
        {election.phase === "cancelled" && part !== undefined ? <CancelledBand electionId={election.id} /> : null}
        <ElectionParts election={election} />
      </div>
      {children}
    </Page>
  );
}

/** Pages that have no place of their own in the row, and the one under which a reader looks for them. */
const placeOf: Record<string, string> = {
  "roll/changes": "roll",
  mandates: "roll",
  disputes: "claims",
  questions: "candidates",
};

/** The part first, because it is what differs; the election smaller, because every page of it says the same. */
function PartOfElection({ part, title }: { readonly part: string; readonly title: string }) {
  return (
    <>
      {part}
      <span className="sr-only"> · </span>
      <span className="mt-1 block text-xl text-ink-soft">{title}</span>
    </>
  );
}

function ElectionParts({ election }: { readonly election: ElectionHeading }) {
  const { t } = useTranslation("elections");
  const { pathname } = useLocation();
  const own = linkToElection(election.id);
  const place = placeOf[pathname.slice(own.length + 1)];
  const isSealed = election.reached !== "preparing" && election.reached !== "draft";
  const parts = [
    { to: own, label: t("public.parts.election") },
    { to: linkToCalendar(election.id), label: t("public.parts.calendar") },
    ...(election.hasCall ? [{ to: linkToCall(election.id), label: t("public.parts.call") }] : []),
    ...(election.hasCall ? [{ to: linkToCandidates(election.id), label: t("public.parts.candidates") }] : []),
    ...(election.reached === "draft" ? [] : [{ to: linkToRoll(election.id), label: t("public.parts.roll") }]),
    ...(election.reached === "draft" ? [] : [{ to: linkToClaims(election.id), label: t("public.parts.claims") }]),
    ...(isSealed ? [{ to: linkToBallotBox(election.id), label: t("public.parts.box") }] : []),
    ...(isSealed ? [{ to: linkToChecking(election.id), label: t("checking.part") }] : []),
    ...(isSealed ? [{ to: linkToTurnout(election.id), label: t("roll.turnout.part") }] : []),
    ...(isSealed ? [{ to: linkToResult(election.id), label: t("public.parts.result") }] : []),
  ];
  return (
    <nav aria-label={t("public.parts.label")} className="no-print border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {parts.map(({ to, label }) => {
          const isPage = to === pathname;
          const isOpen = isPage || (place !== undefined && to === `${own}/${place}`);
          return (
            <li key={to}>
              <Link
                to={to}
                aria-current={isPage ? "page" : isOpen ? "true" : undefined}
                className={classes(
                  "inline-flex min-h-touch items-center border-b-3 px-2.5 text-sm sm:px-4 sm:text-base",
                  isOpen ? "border-accent font-semibold text-ink" : "border-transparent text-ink-soft hover:text-ink",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
