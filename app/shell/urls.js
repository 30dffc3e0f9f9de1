// The addresses that belong to no module.

/** @type {import("../urls.js").Url[]} */
export const urls = [
  { path: "", door: "open", file: "shell/routes/front-page.tsx" },
  { path: "verify", door: "open", file: "shell/routes/verify.tsx" },
  { path: "log", door: "open", file: "shell/routes/log.tsx" },
  { path: "log/checkpoint", door: "open", file: "shell/routes/log-checkpoint.ts" },
  { path: "log/consistency", door: "open", file: "shell/routes/log-consistency.ts" },
  { path: "log/tile/*", door: "open", file: "shell/routes/log-tile.ts" },
  { path: "commission/log", door: "my", file: "shell/routes/commission-log.tsx" },
  { path: "commission/log/lines", door: "my", file: "shell/routes/commission-log-lines.ts" },
  { path: "commission/log/export", door: "my", file: "shell/routes/commission-log-export.ts" },
  { path: "commission/log/:sequence", door: "my", file: "shell/routes/commission-log-entry.tsx" },
  { path: "staff/mail", door: "staff", file: "shell/routes/outgoing-mail.tsx" },
  { path: "commission/approvals", door: "my", file: "shell/routes/approvals.tsx" },
  { path: "commission/approvals/:proposalId", door: "my", file: "shell/routes/approval.tsx" },
  { path: "commission/elections/:electionId/roll", door: "my", file: "shell/routes/roll-signing.tsx" },
  { path: "my", door: "my", file: "shell/routes/my.tsx" },
  { path: "staff", door: "staff", file: "shell/routes/desk.tsx" },
  { path: "staff/roles", door: "staff", file: "shell/routes/roles.tsx" },
  { path: "staff/audit", door: "staff", file: "shell/routes/audit.tsx" },
  { path: "staff/style", door: "staff", file: "shell/routes/style.tsx" },
  { path: "sentences/:file", door: "open", file: "shell/routes/sentences.ts" },
  { path: "language", door: "open", file: "shell/routes/language.ts" },
  { path: "theme", door: "open", file: "shell/routes/theme.ts" },
  { path: "*", door: "open", file: "shell/routes/not-found.tsx" },
];
