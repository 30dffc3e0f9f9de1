// What the candidacies module lets whom do. To nominate, to endorse and to keep one's own file need no role.
import type { PermissionTable } from "#app/platform/permissions/actor.ts";

export type CandidacyPermission =
  | "candidacies:read-all"
  | "candidacies:decide"
  | "candidacies:publish"
  | "candidacies:change-published"
  | "candidacies:moderate-questions"
  | "candidacies:set-questionnaire";

export const permissions: PermissionTable<CandidacyPermission> = {
  /** Files before they are published, with the computed checks. */
  "candidacies:read-all": ["commission", "auditor"],
  "candidacies:decide": ["commission"],
  "candidacies:publish": ["commission"],
  /** Proposed by one, approved by another. */
  "candidacies:change-published": ["commission"],
  "candidacies:moderate-questions": ["commission"],
  "candidacies:set-questionnaire": ["administrator"],
};
