// Brings a candidate a question that was put to all of them.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const questionToAnswer = template(
  z.object({ ...addressee, text: z.string(), link: z.url() }),
  ({ text, link }, { t }) => ({
    subject: t("mails.questionToAnswer.subject"),
    blocks: [
      { kind: "text", text: t("mails.questionToAnswer.body") },
      { kind: "facts", facts: [{ term: t("mails.questionToAnswer.question"), value: text }] },
      { kind: "button", label: t("mails.questionToAnswer.button"), href: link },
    ],
  }),
);
