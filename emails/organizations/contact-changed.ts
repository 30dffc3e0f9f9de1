// Tells the people of an organisation that another person now votes for it, or answers for it and names who votes. Who does not expect it can object in time.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const contactChanged = template(
  z.object({
    ...addressee,
    // Why a default: mails may be waiting that were written before there were two.
    role: z.enum(["membership", "administrative"]).default("membership"),
    organizationName: z.string(),
    organizationHandle: z.string(),
    newContactName: z.string(),
    newContactUserId: z.string(),
    previousContactName: z.string().nullable(),
    changedBy: z.string().nullable(),
    changedAt: z.iso.datetime(),
    url: z.url(),
  }),
  (properties, pen) => {
    const { organizationName, organizationHandle, newContactName, newContactUserId, changedBy, url, role } = properties;
    const { t } = pen;
    return {
      subject: t(`mails.contactChanged.subjects.${role}`, { organizationName }),
      blocks: [
        { kind: "text", text: t(`mails.contactChanged.bodies.${role}`, { organizationName, newContactName }) },
        {
          kind: "facts",
          facts: [
            { term: t("mails.organization"), value: `${organizationName} (${organizationHandle})` },
            { term: t("mails.contactChanged.new"), value: `${newContactName} (${newContactUserId})` },
            {
              term: t("mails.contactChanged.previous"),
              value: properties.previousContactName ?? t("mails.contactChanged.nobody"),
            },
            { term: t("mails.contactChanged.by"), value: changedBy ?? t("mails.contactChanged.administration") },
            { term: t("mails.contactChanged.at"), value: moment(pen, properties.changedAt) },
          ],
        },
        { kind: "button", label: t("mails.contactChanged.button"), href: url },
        { kind: "notice", text: t("mails.contactChanged.unexpected") },
      ],
    };
  },
);
