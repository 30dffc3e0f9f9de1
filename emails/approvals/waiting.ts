// Tells a member of the commission that another person proposes an act which needs a second one.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const proposalWaiting = template(
  z.object({ ...addressee, proposedBy: z.string(), subjectTitle: z.string(), reason: z.string(), url: z.url() }),
  ({ proposedBy, subjectTitle, reason, url }, { t }) => ({
    subject: t("mails.proposalWaiting.subject", { proposedBy }),
    blocks: [
      { kind: "text", text: t("mails.proposalWaiting.body", { proposedBy }) },
      {
        kind: "facts",
        facts: [
          ...(subjectTitle === "" ? [] : [{ term: t("mails.proposalWaiting.about"), value: subjectTitle }]),
          { term: t("mails.proposalWaiting.reason"), value: reason },
        ],
      },
      { kind: "button", label: t("mails.proposalWaiting.button"), href: url },
      { kind: "notice", text: t("mails.proposalWaiting.look") },
    ],
  }),
);
