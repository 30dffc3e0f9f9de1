// The addresses of organisations. The pages about one organisation with its votes are membership's.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "organizations/:handle/edit", door: "my", file: "modules/organizations/routes/my/edit-organization.tsx" },
  { path: "organizations/:handle/contacts/:role", door: "my", file: "modules/organizations/routes/my/set-contact.tsx" },
  { path: "people", door: "my", file: "modules/organizations/routes/my/people.ts" },
  { path: "staff/organizations", door: "staff", file: "modules/organizations/routes/staff/organization-list.tsx" },
  { path: "staff/organizations/new", door: "staff", file: "modules/organizations/routes/staff/organization-new.tsx" },
  {
    path: "staff/organizations/export.csv",
    door: "staff",
    file: "modules/organizations/routes/staff/organization-export.ts",
  },
];
