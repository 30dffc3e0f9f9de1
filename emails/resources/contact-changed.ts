// Tells the people of a network or an AS number that it has another contact. Who does not expect it can object in time.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const resourceContactChanged = template(
  z.object({
    ...addressee,
    resource: z.string(),
    role: z.enum(["technical", "routing", "abuse"]),
    organizationName: z.string(),
    organizationHandle: z.string(),
    newContact: z.string().nullable(),
    previousContact: z.string().nullable(),
    changedBy: z.string().nullable(),
    changedAt: z.iso.datetime(),
    url: z.url(),
  }),
  (properties, pen) => {
    const { resource, role, organizationName, organizationHandle, newContact, previousContact, changedBy, url } =
      properties;
    const { t } = pen;
    const nobody = t("mails.resourceContactChanged.nobody");
    return {
      subject: t(`mails.resourceContactChanged.subjects.${role}`, { resource }),
      blocks: [
        { kind: "text", text: t(`mails.resourceContactChanged.bodies.${role}`, { resource }) },
        {
          kind: "facts",
          facts: [
            { term: t("mails.organization"), value: `${organizationName} (${organizationHandle})` },
            { term: t("mails.resourceContactChanged.new"), value: newContact ?? nobody },
            { term: t("mails.resourceContactChanged.previous"), value: previousContact ?? nobody },
            {
              term: t("mails.resourceContactChanged.by"),
              value: changedBy ?? t("mails.resourceContactChanged.administration"),
            },
            { term: t("mails.resourceContactChanged.at"), value: moment(pen, properties.changedAt) },
          ],
        },
        { kind: "button", label: t("mails.resourceContactChanged.button"), href: url },
        { kind: "notice", text: t("mails.resourceContactChanged.unexpected") },
      ],
    };
  },
);
