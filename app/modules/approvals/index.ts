// Front door for the browser: how a proposal is shown, and where.
export { partsOfKind } from "./domain/proposal-state.ts";
export type { ProposalState } from "./domain/proposal-state.ts";
export * from "./links.ts";
export type { ProposalView } from "./queries/proposals.server.ts";
export { ProposalFacts } from "./ui/proposal-facts.tsx";
export { ProposalState as ProposalStateBadge } from "./ui/proposal-state.tsx";
export { ProposalTable } from "./ui/proposal-table.tsx";
export { WaitingProposals } from "./ui/waiting-proposals.tsx";
export type { WaitingProposal } from "./ui/waiting-proposals.tsx";
export { useActSentence } from "./ui/use-act-sentence.ts";
export { useProposalRefusal } from "./ui/use-proposal-refusal.ts";
