// Tells who was a contact of a legacy entity that another person is now, by a password of the hostmaster.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const legacyContactChanged = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    ownerId: z.string(),
    newContactName: z.string(),
    newContactUserId: z.string(),
    resources: z.array(z.string()),
    furtherResources: z.number().int(),
    changedAt: z.iso.datetime(),
    url: z.url(),
  }),
  (properties, pen) => {
    const { organizationName, ownerId, newContactName, newContactUserId, furtherResources, url } = properties;
    const { t } = pen;
    const listed = properties.resources.join(", ") || t("mails.legacyContactChanged.noResources");
    const more = furtherResources === 0 ? "" : ` ${t("mails.legacyContactChanged.more", { count: furtherResources })}`;
    return {
      subject: t("mails.legacyContactChanged.subject", { ownerId }),
      blocks: [
        { kind: "text", text: t("mails.legacyContactChanged.body", { organizationName, newContactName }) },
        {
          kind: "facts",
          facts: [
            { term: t("mails.organization"), value: `${organizationName} (${ownerId})` },
            { term: t("mails.contactChanged.new"), value: `${newContactName} (${newContactUserId})` },
            { term: t("mails.legacyContactChanged.resources"), value: `${listed}${more}` },
            { term: t("mails.contactChanged.at"), value: moment(pen, properties.changedAt) },
          ],
        },
        { kind: "button", label: t("mails.contactChanged.button"), href: url },
        { kind: "notice", text: t("mails.legacyContactChanged.unexpected") },
      ],
    };
  },
);
