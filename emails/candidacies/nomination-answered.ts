// Tells the nominator whether the person stands.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const nominationAnswered = template(
  z.object({
    ...addressee,
    contestTitle: z.string(),
    candidateName: z.string(),
    answer: z.enum(["accepted", "declined"]),
    link: z.url(),
  }),
  ({ contestTitle, candidateName, answer, link }, { t }) => ({
    subject: t("mails.nominationAnswered.subject", { answer, candidateName }),
    blocks: [
      { kind: "text", text: t("mails.nominationAnswered.body", { answer, candidateName, contestTitle }) },
      { kind: "button", label: t("mails.nominationAnswered.button"), href: link },
    ],
  }),
);
