// The addresses of elections.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "elections", door: "open", file: "modules/elections/routes/open/elections.tsx" },
  { path: "elections/:electionId", door: "open", file: "modules/elections/routes/open/election.tsx" },
  { path: "elections/:electionId/roll", door: "open", file: "modules/elections/routes/open/roll.tsx" },
  { path: "elections/:electionId/box", door: "open", file: "modules/elections/routes/open/ballot-box.tsx" },
  { path: "elections/:electionId/box/lines", door: "open", file: "modules/elections/routes/open/ballot-box-lines.ts" },
  { path: "elections/:electionId/box/list", door: "open", file: "modules/elections/checking/routes/open/box-list.ts" },
  { path: "elections/:electionId/check", door: "open", file: "modules/elections/checking/routes/open/check.tsx" },
  { path: "elections/:electionId/spoiled", door: "open", file: "modules/elections/checking/routes/open/spoiled.ts" },
  { path: "elections/:electionId/archive", door: "open", file: "modules/elections/routes/open/archive.ts" },
  { path: "elections/:electionId/result", door: "open", file: "modules/elections/routes/open/result.tsx" },
  { path: "my/elections/:electionId/vote", door: "my", file: "modules/elections/routes/my/booth.tsx" },
  { path: "my/elections/:electionId/ballots", door: "my", file: "modules/elections/routes/my/ballots.ts" },
  { path: "commission", door: "my", file: "modules/elections/routes/my/commission/list.tsx" },
  { path: "commission/elections/:electionId", door: "my", file: "modules/elections/routes/my/commission/desk.tsx" },
  { path: "commission/elections/:electionId/key", door: "my", file: "modules/elections/routes/my/commission/key.tsx" },
  {
    path: "commission/elections/:electionId/rehearsal",
    door: "my",
    file: "modules/elections/routes/my/commission/rehearsal.tsx",
  },
  {
    path: "commission/elections/:electionId/codes",
    door: "my",
    file: "modules/elections/routes/my/commission/codes.tsx",
  },
  {
    path: "commission/elections/:electionId/seal",
    door: "my",
    file: "modules/elections/routes/my/commission/seal.tsx",
  },
  { path: "commission/elections/:electionId/sum", door: "my", file: "modules/elections/routes/my/commission/sum.tsx" },
  {
    path: "commission/elections/:electionId/ceremony",
    door: "my",
    file: "modules/elections/routes/my/commission/ceremony.ts",
  },
  {
    path: "commission/elections/:electionId/messages",
    door: "my",
    file: "modules/elections/routes/my/commission/messages.ts",
  },
  {
    path: "commission/elections/:electionId/recipients",
    door: "my",
    file: "modules/elections/routes/my/commission/recipients.ts",
  },
  { path: "staff/elections", door: "staff", file: "modules/elections/routes/staff/election-list.tsx" },
  { path: "staff/elections/new", door: "staff", file: "modules/elections/routes/staff/election-new.tsx" },
  { path: "staff/elections/:electionId", door: "staff", file: "modules/elections/routes/staff/election-desk.tsx" },
  { path: "staff/elections/:electionId/freeze", door: "staff", file: "modules/elections/routes/staff/freeze.tsx" },
  { path: "staff/elections/:electionId/roll", door: "staff", file: "modules/elections/routes/staff/roll.tsx" },
  {
    path: "staff/elections/:electionId/left-out.csv",
    door: "staff",
    file: "modules/elections/routes/staff/left-out.ts",
  },
];
