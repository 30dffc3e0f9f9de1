// The addresses of the register of resources.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "my/resources", door: "my", file: "modules/resources/routes/my/resource-list.tsx" },
  { path: "my/resources/export.csv", door: "my", file: "modules/resources/routes/my/resource-export.ts" },
  { path: "my/resources/people", door: "my", file: "modules/resources/routes/my/people-for-resources.ts" },
  { path: "my/resources/:networkId/edit", door: "my", file: "modules/resources/routes/my/edit-network.tsx" },
  {
    path: "my/resources/:networkId/contacts/:contact",
    door: "my",
    file: "modules/resources/routes/my/network-contact.tsx",
  },
  { path: "my/autonomous-systems/:asn", door: "my", file: "modules/resources/routes/my/autonomous-system.tsx" },
  {
    path: "my/autonomous-systems/:asn/contacts/:contact",
    door: "my",
    file: "modules/resources/routes/my/system-contact.tsx",
  },
  { path: "staff/register", door: "staff", file: "modules/resources/routes/staff/register.tsx" },
  { path: "staff/resources", door: "staff", file: "modules/resources/routes/staff/resource-list.tsx" },
  { path: "staff/resources/:resource/holder", door: "staff", file: "modules/resources/routes/staff/delegation.tsx" },
  { path: "statistics/:statistics", door: "open", file: "modules/resources/routes/open/statistics-file.ts" },
];
