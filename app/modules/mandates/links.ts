// The addresses of the mandates' pages.

/** For whom I vote, since when and by whom, and what I was offered. */
export function linkToMyMandates(): string {
  return "/my/mandates";
}

/** Who votes for one organisation, and who did before. */
export function linkToMandateHistory(handle: string): string {
  return `/my/mandates/${encodeURIComponent(handle)}`;
}

export { linkToDelegations, linkToMandateRules } from "#app/modules/elections/links.ts";
