// The addresses of this module's pages.

export function linkToElection(electionId: string): string {
  return `/elections/${electionId}`;
}

export function linkToBallotBox(electionId: string, options: { readonly tracker?: string; readonly page?: number } = {}): string {
  const search = new URLSearchParams();
  if (options.tracker !== undefined) search.set("tracker", options.tracker);
  if (options.page !== undefined && options.page > 1) search.set("page", String(options.page));
  const query = search.toString();
  return `/elections/${electionId}/box${query === "" ? "" : `?${query}`}`;
}

export function linkToResult(electionId: string): string {
  return `/elections/${electionId}/result`;
}

export function linkToArchive(electionId: string): string {
  return `/elections/${electionId}/archive`;
}

/** The booth. A voting code travels only behind the "#", which no browser sends to any server. */
export function linkToBooth(electionId: string, code?: string): string {
  return `/my/elections/${electionId}/vote${code === undefined ? "" : `#code=${encodeURIComponent(code)}`}`;
}

export function linkToCommissionDesk(electionId: string): string {
  return `/commission/elections/${electionId}`;
}

export function linkToElectionDesk(electionId: string): string {
  return `/staff/elections/${electionId}`;
}
