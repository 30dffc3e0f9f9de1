// Tells an organisation's people, and the delegate, that somebody else is to vote for it, or no longer does.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const delegationChanged = template(
  z.object({
    ...addressee,
    change: z.enum(["offered", "accepted", "declined", "revoked"]),
    organizationName: z.string(),
    organizationHandle: z.string(),
    delegateName: z.string(),
    delegateUserId: z.string(),
    electionTitle: z.string(),
    changedBy: z.string(),
    isDelegate: z.boolean(),
    url: z.url(),
  }),
  (properties, { t }) => {
    const { change, organizationName, organizationHandle, delegateName, delegateUserId, electionTitle } = properties;
    return {
      subject: t(`mails.delegationChanged.${change}.subject`, { organizationName }),
      blocks: [
        { kind: "text", text: t(`mails.delegationChanged.${change}.body`, { organizationName, delegateName }) },
        {
          kind: "facts",
          facts: [
            { term: t("mails.election"), value: electionTitle },
            { term: t("mails.organization"), value: `${organizationName} (${organizationHandle})` },
            { term: t("mails.delegationChanged.delegate"), value: `${delegateName} (${delegateUserId})` },
            { term: t("mails.contactChanged.by"), value: properties.changedBy },
          ],
        },
        { kind: "button", label: t("mails.delegationChanged.button"), href: properties.url },
        {
          kind: "notice",
          text: t(properties.isDelegate ? "mails.delegationChanged.forDelegate" : "mails.delegationChanged.unexpected"),
        },
      ],
    };
  },
);
