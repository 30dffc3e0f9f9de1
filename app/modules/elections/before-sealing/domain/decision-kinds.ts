// What can be decided about an election before its box is sealed; each kind has its sentence in `beforeSealing.kinds`.

export const decisionKinds = [
  "contest-dropped",
  "trustee-replaced",
  "staying-refreshed",
  "rehearsed",
  "rehearsal-waived",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];
