// Front door (server): candidacies from the nomination to the published list.
export { findPublicCandidate, listCandidacies, listPublicCandidates } from "./queries/candidacies.server.ts";
export type { Candidacy, PublicCandidate } from "./domain/candidacy.ts";
export type { CandidacyState } from "./domain/candidacy-state.ts";
