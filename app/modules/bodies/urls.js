// The addresses of bodies: who is in office, for everybody; rules and terms, for staff.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "bodies", door: "open", file: "modules/bodies/routes/open/bodies.tsx" },
  { path: "bodies/:bodyKey", door: "open", file: "modules/bodies/routes/open/body.tsx" },
  { path: "staff/bodies", door: "staff", file: "modules/bodies/routes/staff/body-list.tsx" },
  { path: "staff/bodies/:bodyKey", door: "staff", file: "modules/bodies/routes/staff/body-desk.tsx" },
  { path: "staff/bodies/:bodyKey/rules", door: "staff", file: "modules/bodies/routes/staff/body-rules.tsx" },
  { path: "staff/bodies/:bodyKey/terms/:termId", door: "staff", file: "modules/bodies/routes/staff/term.tsx" },
];
