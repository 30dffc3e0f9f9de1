// Which entries of the log only the commission and auditors read: what members claim, and what is decided on candidacies.
// Source: CM/Rec(2017)5 no. 22 (only authorised people); the commission decides on both, and who prepares elections is no part of it.

/** Modules all of whose acts are confidential. */
const confidentialAreas = ["claims", "candidacies"];

/** Things about which every act is, also those of other modules: a proposal to strike a candidate names her and why. */
const confidentialSubjects = ["candidacy", "candidate-list", "candidate-question", "claim"];

/** Whether a proposal is about such a thing: its kind begins with the module's name, as the log's acts do. */
export function isConfidentialAct({ kind, subjectType }: { readonly kind: string; readonly subjectType: string }) {
  return confidentialAreas.some((area) => kind.startsWith(`${area}:`)) || confidentialSubjects.includes(subjectType);
}

/** For the database's `where`. Why there and not afterwards: a filter that looks into what is hidden would tell of it. */
export function withoutConfidential() {
  return {
    NOT: {
      OR: [
        ...confidentialAreas.map((area) => ({ action: { startsWith: `${area}:` } })),
        { subjectType: { in: [...confidentialSubjects] } },
      ],
    },
  };
}
