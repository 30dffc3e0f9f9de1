// Tells a commissioner that a claim came in, without what it says.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const claimAwaitsCommission = template(
  z.object({
    ...addressee,
    number: z.number().int(),
    kind: z.string(),
    electionTitle: z.string(),
    url: z.url(),
  }),
  ({ number, kind, electionTitle, url }, pen) => ({
    subject: pen.t("mails.claimAwaits.subject", { number, electionTitle }),
    blocks: [
      {
        kind: "text",
        text: pen.t("mails.claimAwaits.body", { number, electionTitle, kind: pen.t(`mails.claim.kinds.${kind}`) }),
      },
      { kind: "text", text: pen.t("mails.claimAwaits.conflict") },
      { kind: "button", label: pen.t("mails.claimAwaits.button"), href: url },
    ],
  }),
);
