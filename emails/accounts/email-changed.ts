// Tells both the old and the new address that the address is another one.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const emailChanged = template(
  z.object({
    ...addressee,
    userId: z.string(),
    oldEmail: z.string(),
    newEmail: z.string(),
    changedAt: z.iso.datetime(),
  }),
  ({ userId, oldEmail, newEmail, changedAt }, pen) => ({
    subject: pen.t("mails.emailChanged.subject"),
    blocks: [
      { kind: "text", text: pen.t("mails.emailChanged.body", { userId, moment: moment(pen, changedAt) }) },
      {
        kind: "facts",
        facts: [
          { term: pen.t("mails.emailChanged.old"), value: oldEmail },
          { term: pen.t("mails.emailChanged.new"), value: newEmail },
        ],
      },
      { kind: "notice", text: pen.t("mails.emailChanged.notYou") },
    ],
  }),
);
