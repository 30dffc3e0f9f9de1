// The addresses of sub-assignments. :prefix is written with a hyphen: 198.18.0.0-22.

const routes = "modules/sub-assignments/routes/my";

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "my/sub-assignments", door: "my", file: `${routes}/blocks.tsx` },
  { path: "my/sub-assignments/:prefix", door: "my", file: `${routes}/sub-assignments.tsx` },
  { path: "my/sub-assignments/:prefix/new", door: "my", file: `${routes}/sub-assign.tsx` },
  { path: "my/sub-assignments/:prefix/export.csv", door: "my", file: `${routes}/export.ts` },
  { path: "my/sub-assignments/:prefix/return", door: "my", file: `${routes}/return.tsx` },
  { path: "my/sub-assignments/:prefix/resize", door: "my", file: `${routes}/resize.tsx` },
  { path: "my/sub-assignments/:prefix/transfer", door: "my", file: `${routes}/transfer.tsx` },
  {
    path: "staff/sub-assignments",
    door: "staff",
    file: "modules/sub-assignments/routes/staff/late-registrations.tsx",
  },
];
