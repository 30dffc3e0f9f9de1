// Tells a person that a network's provider has named her as the contact of a customer. Who does not know of it can object in time.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const customerContactNamed = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    organizationHandle: z.string(),
    userId: z.string(),
    range: z.string(),
    provider: z.string(),
    namedBy: z.string().nullable(),
    namedAt: z.iso.datetime(),
    /** The public does not see a residential customer. */
    isResidential: z.boolean(),
    url: z.url(),
  }),
  (properties, pen) => {
    const { organizationName, organizationHandle, userId, range, provider, isResidential, namedBy, url } = properties;
    const { t } = pen;
    return {
      subject: t("mails.customerContactNamed.subject", { organizationName }),
      blocks: [
        {
          kind: "text",
          text: t(`mails.customerContactNamed.bodies.${isResidential ? "residential" : "public"}`, {
            ...{ organizationName, provider, range },
          }),
        },
        {
          kind: "facts",
          facts: [
            { term: t("mails.organization"), value: `${organizationName} (${organizationHandle})` },
            { term: t("mails.customerContactNamed.userId"), value: userId },
            { term: t("mails.customerContactNamed.range"), value: range },
            {
              term: t("mails.customerContactNamed.by"),
              value: namedBy === null ? provider : `${namedBy}, ${provider}`,
            },
            { term: t("mails.customerContactNamed.at"), value: moment(pen, properties.namedAt) },
          ],
        },
        { kind: "text", text: t("mails.customerContactNamed.next") },
        { kind: "button", label: t("mails.customerContactNamed.button"), href: url },
        { kind: "notice", text: t("mails.customerContactNamed.unexpected") },
      ],
    };
  },
);
