// Tells every trustee, of before and of now, that one of them was replaced and that the key is made anew.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const trusteeReplaced = template(
  z.object({
    ...addressee,
    electionTitle: z.string(),
    left: z.string(),
    came: z.string(),
    reason: z.string(),
    url: z.url(),
  }),
  ({ electionTitle, left, came, reason, url }, { t }) => ({
    subject: t("mails.trusteeReplaced.subject", { electionTitle }),
    blocks: [
      { kind: "text", text: t("mails.trusteeReplaced.text", { electionTitle, left, came }) },
      { kind: "facts", facts: [{ term: t("mails.trusteeReplaced.reason"), value: reason }] },
      { kind: "button", label: t("mails.trusteeReplaced.button"), href: url },
    ],
  }),
);
