// The first mail to a new person: the user ID, and the link with which to choose a password. Passwords never travel by mail.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const welcome = template(
  z.object({ ...addressee, userId: z.string(), link: z.url(), expiresAt: z.iso.datetime() }),
  ({ userId, link, expiresAt }, pen) => ({
    subject: pen.t("mails.welcome.subject"),
    blocks: [
      { kind: "text", text: pen.t("mails.welcome.body") },
      { kind: "code", label: pen.t("mails.userId"), value: userId },
      { kind: "button", label: pen.t("mails.welcome.button"), href: link },
      { kind: "text", text: pen.t("mails.linkExpires", { moment: moment(pen, expiresAt) }) },
    ],
  }),
);
