// Tells everybody who acts for an organisation that the commission will enter its vote by hand, so that nobody learns it afterwards.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const assistedVote = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    electionTitle: z.string(),
    votes: z.number().int(),
    reason: z.string(),
    link: z.url(),
  }),
  ({ organizationName, electionTitle, votes, reason, link }, pen) => ({
    subject: pen.t("mails.assistedVote.subject", { organizationName, electionTitle }),
    blocks: [
      { kind: "text", text: pen.t("mails.assistedVote.body", { organizationName, electionTitle }) },
      {
        kind: "facts",
        facts: [
          { term: pen.t("mails.election"), value: electionTitle },
          { term: pen.t("mails.organization"), value: organizationName },
          { term: pen.t("mails.votes"), value: pen.formats.number(votes) },
          { term: pen.t("mails.assistedVote.reason"), value: reason },
        ],
      },
      { kind: "button", label: pen.t("mails.assistedVote.button"), href: link },
      { kind: "text", text: pen.t("mails.assistedVote.once") },
      { kind: "notice", text: pen.t("mails.assistedVote.unexpected") },
    ],
  }),
);
