// Tells everybody who acts for an organisation that the commission will enter its vote by hand, so that nobody learns it afterwards.
import { z } from "zod";
import { template } from "../letter.ts";
import { aboutEntry, factsOfEntry } from "./roll-entry-facts.ts";

export const assistedVote = template(
  z.object({
    ...aboutEntry,
    reason: z.string(),
    link: z.url(),
  }),
  ({ reason, link, ...about }, pen) => ({
    subject: pen.t("mails.assistedVote.subject", about),
    blocks: [
      { kind: "text", text: pen.t("mails.assistedVote.body", about) },
      factsOfEntry(pen, about, [{ term: pen.t("mails.assistedVote.reason"), value: reason }]),
      { kind: "button", label: pen.t("mails.assistedVote.button"), href: link },
      { kind: "text", text: pen.t("mails.assistedVote.once") },
      { kind: "notice", text: pen.t("mails.assistedVote.unexpected") },
    ],
  }),
);
