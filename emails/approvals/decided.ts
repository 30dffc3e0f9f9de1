// Tells the person who proposed an act what the second person decided.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const proposalDecided = template(
  z.object({
    ...addressee,
    decision: z.enum(["approved", "refused"]),
    decidedBy: z.string(),
    subjectTitle: z.string(),
    reason: z.string(),
    url: z.url(),
  }),
  ({ decision, decidedBy, subjectTitle, reason, url }, { t }) => ({
    subject: t(`mails.proposalDecided.${decision}.subject`, { decidedBy }),
    blocks: [
      { kind: "text", text: t(`mails.proposalDecided.${decision}.body`, { decidedBy }) },
      {
        kind: "facts",
        facts: [
          ...(subjectTitle === "" ? [] : [{ term: t("mails.proposalWaiting.about"), value: subjectTitle }]),
          ...(reason === "" ? [] : [{ term: t("mails.proposalWaiting.reason"), value: reason }]),
        ],
      },
      { kind: "button", label: t("mails.proposalWaiting.button"), href: url },
    ],
  }),
);
