// The addresses of legacy resources.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "my/legacy", door: "my", file: "modules/legacy-claims/routes/my/legacy.tsx" },
  { path: "staff/legacy", door: "staff", file: "modules/legacy-claims/routes/staff/legacy-desk.tsx" },
];
