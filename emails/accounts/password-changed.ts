// Tells that the password is another one, in case it was somebody else.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const passwordChanged = template(
  z.object({ ...addressee, userId: z.string(), changedAt: z.iso.datetime(), link: z.url() }),
  ({ userId, changedAt, link }, pen) => ({
    subject: pen.t("mails.passwordChanged.subject"),
    blocks: [
      { kind: "text", text: pen.t("mails.passwordChanged.body", { userId, moment: moment(pen, changedAt) }) },
      { kind: "notice", text: pen.t("mails.changedNotYou") },
      { kind: "button", label: pen.t("mails.replacePassword"), href: link },
    ],
  }),
);
