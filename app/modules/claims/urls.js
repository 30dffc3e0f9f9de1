// The addresses of claims.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "elections/:electionId/claims", door: "open", file: "modules/claims/routes/open/claims.tsx" },
  { path: "vote/:electionId/roll", door: "open", file: "modules/claims/routes/open/link-voter.tsx" },
  { path: "my/elections/:electionId/claims", door: "my", file: "modules/claims/routes/my/own-claims.tsx" },
  { path: "my/elections/:electionId/claims/new", door: "my", file: "modules/claims/routes/my/new-claim.tsx" },
  { path: "commission/elections/:electionId/claims", door: "my", file: "modules/claims/routes/my/claims-desk.tsx" },
  {
    path: "commission/elections/:electionId/claims/:number",
    door: "my",
    file: "modules/claims/routes/my/claim-desk.tsx",
  },
];
