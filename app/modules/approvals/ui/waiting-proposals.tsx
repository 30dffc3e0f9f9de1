// What was proposed about the thing on this page and waits for a second person: by whom, and where it is decided.
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToProposal } from "../links.ts";
import type { ProposalView } from "../queries/proposals.server.ts";
import { useActSentence } from "./use-act-sentence.ts";

export interface WaitingProposal extends Pick<
  ProposalView,
  "id" | "kind" | "payload" | "subjectTitle" | "proposedByName"
> {
  /** Whether its page is there for the reader. */
  readonly mayOpen: boolean;
}

export function WaitingProposals({ proposals }: { readonly proposals: readonly WaitingProposal[] }) {
  const { t } = useTranslation("approvals");
  const sentenceOf = useActSentence();
  if (proposals.length === 0) return null;
  return (
    <Panel tone="warning" title={t("waits.title")}>
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            {proposal.mayOpen ? (
              <TextLink to={linkToProposal(proposal.id)} className="inline-block py-1.5">
                {sentenceOf(proposal)}
              </TextLink>
            ) : (
              <p>{sentenceOf(proposal)}</p>
            )}
            <p className="text-sm text-ink-soft">{t("waits.by", { name: proposal.proposedByName })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
