// The receipt of a claim: its number, and until when it will be answered.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const claimReceived = template(
  z.object({
    ...addressee,
    number: z.number().int(),
    kind: z.string(),
    organizationName: z.string(),
    electionTitle: z.string(),
    filedAt: z.iso.datetime(),
    decideBy: z.iso.datetime().nullable(),
    url: z.url(),
  }),
  ({ number, kind, organizationName, electionTitle, filedAt, decideBy, url }, pen) => ({
    subject: pen.t("mails.claimReceived.subject", { number, electionTitle }),
    blocks: [
      { kind: "text", text: pen.t("mails.claimReceived.body", { number, electionTitle }) },
      {
        kind: "facts",
        facts: [
          { term: pen.t("mails.claim.number"), value: String(number) },
          { term: pen.t("mails.claim.kind"), value: pen.t(`mails.claim.kinds.${kind}`) },
          { term: pen.t("mails.organization"), value: organizationName },
          { term: pen.t("mails.claim.filedAt"), value: moment(pen, filedAt) },
          ...(decideBy === null ? [] : [{ term: pen.t("mails.claim.decideBy"), value: moment(pen, decideBy) }]),
        ],
      },
      { kind: "text", text: pen.t("mails.claimReceived.next") },
      { kind: "button", label: pen.t("mails.claim.button"), href: url },
    ],
  }),
);
