// The link with which a forgotten password is replaced.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const passwordReset = template(
  z.object({ ...addressee, userId: z.string(), link: z.url(), expiresAt: z.iso.datetime() }),
  ({ userId, link, expiresAt }, pen) => ({
    subject: pen.t("mails.passwordReset.subject"),
    blocks: [
      { kind: "text", text: pen.t("mails.passwordReset.body", { userId }) },
      { kind: "button", label: pen.t("mails.passwordReset.button"), href: link },
      { kind: "text", text: pen.t("mails.linkExpires", { moment: moment(pen, expiresAt) }) },
      { kind: "notice", text: pen.t("mails.passwordReset.notYou") },
    ],
  }),
);
