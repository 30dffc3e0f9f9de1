// What the candidacies module lets whom do. To nominate, to endorse and to keep one's own file need no role.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type CandidacyPermission =
  | "candidacies:read-all"
  | "candidacies:decide"
  | "candidacies:publish"
  | "candidacies:change-published"
  | "candidacies:moderate-questions"
  | "candidacies:read-questionnaires"
  | "candidacies:set-questionnaire";

export const permissions: PermissionTable<CandidacyPermission> = {
  /** Files before they are published, with the computed checks. */
  "candidacies:read-all": ["commission", "auditor"],
  "candidacies:decide": ["commission"],
  "candidacies:publish": ["commission"],
  /** Proposed by one, approved by another. */
  "candidacies:change-published": ["commission"],
  "candidacies:moderate-questions": ["commission"],
  /** Past and future versions; what is asked now every candidate reads. */
  "candidacies:read-questionnaires": ["commission", "auditor"],
  /** Proposed by one, approved by another: the answers are a part of the file that the commission decides on. */
  "candidacies:set-questionnaire": ["commission"],
};
