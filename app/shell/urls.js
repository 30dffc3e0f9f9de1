// The addresses that belong to no module.

/** @type {import("../urls.js").Url[]} */
export const urls = [
  { path: "", door: "open", file: "shell/routes/front-page.tsx" },
  { path: "sentences/:file", door: "open", file: "shell/routes/sentences.ts" },
  { path: "language", door: "open", file: "shell/routes/language.ts" },
];
