// The commission's decision about a claim, with its reasons.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const claimDecided = template(
  z.object({
    ...addressee,
    number: z.number().int(),
    kind: z.string(),
    organizationName: z.string(),
    electionTitle: z.string(),
    outcome: z.enum(["upheld", "rejected"]),
    reasons: z.string(),
    url: z.url(),
  }),
  ({ number, kind, organizationName, electionTitle, outcome, reasons, url }, pen) => ({
    subject: pen.t("mails.claimDecided.subject", { number, electionTitle }),
    blocks: [
      { kind: "notice", text: pen.t(`mails.claimDecided.${outcome}`, { number }) },
      {
        kind: "facts",
        facts: [
          { term: pen.t("mails.claim.kind"), value: pen.t(`mails.claim.kinds.${kind}`) },
          { term: pen.t("mails.organization"), value: organizationName },
        ],
      },
      { kind: "text", text: pen.t("mails.claimDecided.reasons") },
      ...reasons.split(/\n+/).map((text) => ({ kind: "text", text }) as const),
      { kind: "button", label: pen.t("mails.claim.button"), href: url },
    ],
  }),
);
