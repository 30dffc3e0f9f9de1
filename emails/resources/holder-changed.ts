// Tells the people of the old and of the new holder what the registry has decided about a block or AS numbers. The reason stays in the log:
// it may speak of the other side.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const holderChanged = template(
  z.object({
    ...addressee,
    resources: z.string(),
    holderBefore: z.string(),
    /** Null: nobody holds them any more. */
    holderAfter: z.string().nullable(),
    status: z.enum(["allocated", "assigned", "reserved"]),
    changedAt: z.iso.datetime(),
    url: z.url(),
  }),
  ({ resources, holderBefore, holderAfter, status, changedAt, url }, pen) => {
    const { t } = pen;
    return {
      subject: t("mails.holderChanged.subject", { resources }),
      blocks: [
        { kind: "text", text: t("mails.holderChanged.body", { resources }) },
        {
          kind: "facts",
          facts: [
            { term: t("mails.holderChanged.before"), value: holderBefore },
            { term: t("mails.holderChanged.after"), value: holderAfter ?? t("mails.holderChanged.nobody") },
            { term: t("mails.holderChanged.status"), value: t(`mails.holderChanged.statuses.${status}`) },
            { term: t("mails.resourceContactChanged.at"), value: moment(pen, changedAt) },
          ],
        },
        { kind: "button", label: t("mails.resourceContactChanged.button"), href: url },
        { kind: "notice", text: t("mails.holderChanged.unexpected") },
      ],
    };
  },
);
