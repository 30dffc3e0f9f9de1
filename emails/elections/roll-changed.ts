// Tells the people of an organisation that its entry on a frozen roll was changed. Who does not expect it can object in time.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const rollChanged = template(
  z.object({
    ...addressee,
    electionTitle: z.string(),
    organizationName: z.string(),
    organizationHandle: z.string(),
    kind: z.enum(["added", "struck", "changed"]),
    votes: z.number().int(),
    contactName: z.string(),
    reason: z.string(),
    url: z.url(),
  }),
  ({ electionTitle, organizationName, organizationHandle, kind, votes, contactName, reason, url }, { t }) => ({
    subject: t("mails.rollChanged.subject", { organizationName, electionTitle }),
    blocks: [
      { kind: "text", text: t(`mails.rollChanged.${kind}`, { organizationName, electionTitle }) },
      {
        kind: "facts",
        facts: [
          { term: t("mails.organization"), value: `${organizationName} (${organizationHandle})` },
          ...(kind === "struck"
            ? []
            : [
                { term: t("mails.votes"), value: String(votes) },
                { term: t("mails.rollChanged.contact"), value: contactName },
              ]),
          { term: t("mails.rollChanged.reason"), value: reason },
        ],
      },
      { kind: "button", label: t("mails.rollChanged.button"), href: url },
      { kind: "notice", text: t("mails.rollChanged.unexpected") },
    ],
  }),
);
