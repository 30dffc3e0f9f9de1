// The addresses of the proposals' pages.

export function linkToApprovals(): string {
  return "/commission/approvals";
}

/** One proposal: what exactly would happen, and the decision. */
export function linkToProposal(proposalId: string): string {
  return `/commission/approvals/${proposalId}`;
}
