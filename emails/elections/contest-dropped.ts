// Tells who was nominated in a contest that it was taken out of the vote.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const contestDropped = template(
  z.object({
    ...addressee,
    electionTitle: z.string(),
    contestTitle: z.string(),
    reason: z.string(),
    url: z.url(),
  }),
  ({ electionTitle, contestTitle, reason, url }, { t }) => ({
    subject: t("mails.contestDropped.subject", { contestTitle }),
    blocks: [
      { kind: "text", text: t("mails.contestDropped.text", { electionTitle, contestTitle }) },
      { kind: "facts", facts: [{ term: t("mails.contestDropped.reason"), value: reason }] },
      { kind: "button", label: t("mails.contestDropped.button"), href: url },
    ],
  }),
);
