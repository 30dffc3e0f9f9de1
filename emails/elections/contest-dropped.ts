// Tells who was nominated in a contest, or called to vote in it, that it was taken out of the vote.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const contestDropped = template(
  z.object({
    ...addressee,
    electionTitle: z.string(),
    contestTitle: z.string(),
    reason: z.string(),
    /** Mails that were sealed before voters were told have nothing here. */
    reader: z.enum(["nominee", "voter"]).default("nominee"),
    url: z.url(),
  }),
  ({ electionTitle, contestTitle, reason, reader, url }, { t }) => ({
    subject: t("mails.contestDropped.subject", { contestTitle }),
    blocks: [
      {
        kind: "text",
        text: t(`mails.contestDropped.${reader === "voter" ? "toVoter" : "text"}`, { electionTitle, contestTitle }),
      },
      { kind: "facts", facts: [{ term: t("mails.contestDropped.reason"), value: reason }] },
      { kind: "button", label: t("mails.contestDropped.button"), href: url },
    ],
  }),
);
