// Tells whoever had been written to about an election that it was called off, and why.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const electionCancelled = template(
  z.object({
    ...addressee,
    electionTitle: z.string(),
    reason: z.string(),
    decidedAt: z.iso.datetime(),
    /** Not there where the election was never announced: it has no page. */
    url: z.url().optional(),
  }),
  ({ electionTitle, reason, decidedAt, url }, pen) => ({
    subject: pen.t("mails.electionCancelled.subject", { electionTitle }),
    blocks: [
      { kind: "notice", text: pen.t("mails.electionCancelled.text", { electionTitle }) },
      {
        kind: "facts",
        facts: [
          { term: pen.t("mails.electionCancelled.reason"), value: reason },
          { term: pen.t("mails.electionCancelled.decided"), value: moment(pen, decidedAt) },
        ],
      },
      { kind: "text", text: pen.t("mails.electionCancelled.box") },
      ...(url === undefined
        ? []
        : [{ kind: "button" as const, label: pen.t("mails.electionCancelled.button"), href: url }]),
    ],
  }),
);
