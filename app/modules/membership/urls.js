// The addresses of membership: what is known of one organisation with its votes, and the rules behind them.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "my/organizations/:handle", door: "my", file: "modules/membership/routes/my/organization.tsx" },
  { path: "staff/organizations/:handle", door: "staff", file: "modules/membership/routes/staff/organization-desk.tsx" },
  { path: "staff/membership/rules", door: "staff", file: "modules/membership/routes/staff/rules.tsx" },
  { path: "staff/membership/rules/new", door: "staff", file: "modules/membership/routes/staff/rules-new.tsx" },
  {
    path: "staff/membership/rules/effects.csv",
    door: "staff",
    file: "modules/membership/routes/staff/rules-effects.ts",
  },
];
