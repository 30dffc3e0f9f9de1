// Asks somebody who was proposed whether to stand.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const nominated = template(
  z.object({
    ...addressee,
    contestTitle: z.string(),
    nominatedBy: z.string(),
    userId: z.string(),
    hasPassword: z.enum(["yes", "no"]),
    link: z.url(),
  }),
  ({ contestTitle, nominatedBy, userId, hasPassword, link }, { t }) => ({
    subject: t("mails.nominated.subject", { contestTitle }),
    blocks: [
      { kind: "text", text: t("mails.nominated.body", { nominatedBy, contestTitle }) },
      { kind: "button", label: t("mails.nominated.button"), href: link },
      { kind: "text", text: t(hasPassword === "yes" ? "mails.nominated.account" : "mails.nominated.newAccount") },
      { kind: "code", label: t("mails.userId"), value: userId },
    ],
  }),
);
