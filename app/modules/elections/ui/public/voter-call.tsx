// What the reader can do now: vote, sign in to vote, or nothing.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { linkToSignIn } from "#app/modules/accounts/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { ElectionPhase } from "../../domain/phase.ts";
import { linkToBooth } from "../../links.ts";

export interface ElectionViewer {
  readonly isSignedIn: boolean;
  readonly organizations: number;
  readonly votes: number;
  /** Of the organisations. */
  readonly voted: number;
}

export interface VoterCallProps {
  readonly election: { readonly id: string; readonly phase: ElectionPhase };
  readonly viewer: ElectionViewer;
}

export function VoterCall({ election, viewer }: VoterCallProps) {
  const { t } = useTranslation("elections");
  const booth = linkToBooth(election.id);
  const isOver = ["counting", "result", "cancelled"].includes(election.phase);
  if (isOver || (viewer.isSignedIn && viewer.organizations === 0)) return null;
  const isOpen = election.phase === "open";
  if (!viewer.isSignedIn) {
    if (!isOpen) return null;
    return (
      <Call text={t("public.call.visitor")}>
        <LinkButton to={linkToSignIn(booth)} variant="primary" className="w-full sm:w-auto">
          {t("public.call.signIn")}
        </LinkButton>
      </Call>
    );
  }
  const { organizations, votes, voted } = viewer;
  return (
    <Call text={t("public.call.voter", { organizations, votes, voted })}>
      <LinkButton
        to={booth}
        variant={isOpen && voted < organizations ? "primary" : "secondary"}
        className="w-full sm:w-auto"
      >
        {t(callOf(isOpen, voted, organizations))}
      </LinkButton>
    </Call>
  );
}

function callOf(isOpen: boolean, voted: number, organizations: number): string {
  if (!isOpen) return "public.call.mandates";
  return voted < organizations ? "public.my.vote" : "public.my.voteAgain";
}

function Call({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-lg border-2 border-accent bg-raised p-5">
      <p className="min-w-0 flex-1 basis-72 text-lg">{text}</p>
      {children}
    </div>
  );
}
