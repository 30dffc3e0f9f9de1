// The addresses of accounts.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "sign-in", door: "open", file: "modules/accounts/routes/open/sign-in.tsx" },
  { path: "sign-in/code", door: "open", file: "modules/accounts/routes/open/second-step.tsx" },
  { path: "sign-out", door: "open", file: "modules/accounts/routes/open/sign-out.ts" },
  { path: "forgotten-password", door: "open", file: "modules/accounts/routes/open/forgotten-password.tsx" },
  { path: "reset-password", door: "open", file: "modules/accounts/routes/open/reset-password.tsx" },
  { path: "reset-password/whose", door: "open", file: "modules/accounts/routes/open/whose-reset.ts" },
  { path: "reset-password/:token", door: "open", file: "modules/accounts/routes/open/earlier-reset-link.ts" },
  { path: "change-password", door: "my", file: "modules/accounts/routes/my/change-password.tsx" },
  { path: "step-up", door: "my", file: "modules/accounts/routes/my/step-up.tsx" },
  { path: "my/profile", door: "my", file: "modules/accounts/routes/my/profile.tsx" },
  { path: "my/profile/email", door: "my", file: "modules/accounts/routes/my/email.tsx" },
  { path: "my/second-factor", door: "my", file: "modules/accounts/routes/my/second-factor.tsx" },
  { path: "my/sessions", door: "my", file: "modules/accounts/routes/my/sessions.tsx" },
];
