// Proposals one below the other: what, by whom, until when or with which end.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Column } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToProposal } from "../links.ts";
import type { ProposalView } from "../queries/proposals.server.ts";
import { ProposalState } from "./proposal-state.tsx";
import { useActSentence } from "./use-act-sentence.ts";

export interface ProposalTableProps {
  readonly caption: string;
  readonly proposals: readonly ProposalView[];
  readonly empty?: ReactNode;
}

export function ProposalTable({ caption, proposals, empty }: ProposalTableProps) {
  const { t } = useTranslation("approvals");
  const sentenceOf = useActSentence();
  const columns: Column<ProposalView>[] = [
    {
      key: "what",
      header: t("list.what"),
      cell: (proposal) => <TextLink to={linkToProposal(proposal.id)}>{sentenceOf(proposal)}</TextLink>,
    },
    { key: "state", header: t("list.state"), cell: ({ state }) => <ProposalState state={state} /> },
    { key: "by", header: t("list.by"), cell: ({ proposedByName }) => proposedByName },
    { key: "at", header: t("list.at"), cell: ({ proposedAt }) => <Instant at={proposedAt} isUtcOnly /> },
    {
      key: "end",
      header: t("list.decision"),
      cell: ({ state, decidedByName, expiresAt }) =>
        state === "proposed" ? (
          <span className="text-ink-soft">
            {t("list.expires")}: <Instant at={expiresAt} />
          </span>
        ) : (
          (decidedByName ?? "—")
        ),
    },
  ];
  return (
    <Table caption={caption} isCaptionHidden rows={proposals} rowKey={({ id }) => id} columns={columns} empty={empty} />
  );
}
