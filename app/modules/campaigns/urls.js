// The addresses of campaigns.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "staff/elections/:electionId/mails", door: "staff", file: "modules/campaigns/routes/staff/mails.tsx" },
  {
    path: "staff/elections/:electionId/mails/:kind",
    door: "staff",
    file: "modules/campaigns/routes/staff/mail-kind.tsx",
  },
  {
    path: "staff/elections/:electionId/mail-proofs/:campaignId",
    door: "staff",
    file: "modules/campaigns/routes/staff/mail-proof.ts",
  },
  {
    path: "commission/elections/:electionId/unreachable",
    door: "my",
    file: "modules/campaigns/routes/my/unreachable.tsx",
  },
];
