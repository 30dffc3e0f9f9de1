// The addresses of dress-rehearsals.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  {
    path: "commission/elections/:electionId/dress-rehearsal",
    door: "my",
    file: "modules/dress-rehearsals/routes/my/dress-rehearsal.tsx",
  },
];
