// Tells the people of an organisation that the mail of who votes for it goes to another address from now on.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const contactAddressChanged = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    organizationHandle: z.string(),
    contactName: z.string(),
    contactUserId: z.string(),
    changedAt: z.iso.datetime(),
    url: z.url(),
  }),
  ({ organizationName, organizationHandle, contactName, contactUserId, changedAt, url }, pen) => {
    const { t } = pen;
    return {
      subject: t("mails.contactAddressChanged.subject", { organizationName }),
      blocks: [
        { kind: "text", text: t("mails.contactAddressChanged.body", { organizationName, contactName }) },
        {
          kind: "facts",
          facts: [
            { term: t("mails.organization"), value: `${organizationName} (${organizationHandle})` },
            { term: t("mails.contactAddressChanged.contact"), value: `${contactName} (${contactUserId})` },
            { term: t("mails.contactChanged.at"), value: moment(pen, changedAt) },
          ],
        },
        { kind: "button", label: t("mails.contactChanged.button"), href: url },
        { kind: "notice", text: t("mails.contactAddressChanged.unexpected", { contactName }) },
      ],
    };
  },
);
