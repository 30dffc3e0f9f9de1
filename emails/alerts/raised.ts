// Tells the commission that the house found something wrong with itself.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const alertRaised = template(
  z.object({
    ...addressee,
    kind: z.enum(["clock-jump", "roll-changed", "failed-proof", "missing-witness", "code-returned"]),
    raisedAt: z.iso.datetime(),
    url: z.url(),
  }),
  ({ kind, raisedAt, url }, pen) => ({
    subject: pen.t(`mails.alert.${kind}.subject`),
    blocks: [
      { kind: "text", text: pen.t(`mails.alert.${kind}.body`) },
      { kind: "facts", facts: [{ term: pen.t("mails.alert.foundAt"), value: moment(pen, raisedAt) }] },
      { kind: "button", label: pen.t("mails.alert.button"), href: url },
      { kind: "notice", text: pen.t("mails.alert.once") },
    ],
  }),
);
