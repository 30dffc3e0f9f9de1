// The addresses of notifications: the mailbox of the demonstration. They answer 404 in production.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "demonstration/mailbox", door: "open", file: "modules/notifications/routes/open/mailbox.tsx" },
  { path: "demonstration/mailbox/:mailId", door: "open", file: "modules/notifications/routes/open/kept-mail.tsx" },
  {
    path: "demonstration/mailbox/:mailId/message.eml",
    door: "open",
    file: "modules/notifications/routes/open/kept-message.ts",
  },
];
