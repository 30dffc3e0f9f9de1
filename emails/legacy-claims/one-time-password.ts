// The one-time password with which a user becomes the contact of a legacy entity. It stands in this mail and nowhere else.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const oneTimePassword = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    ownerId: z.string(),
    userId: z.string(),
    password: z.string(),
    expiresAt: z.iso.datetime(),
    link: z.url(),
  }),
  ({ organizationName, ownerId, userId, password, expiresAt, link }, pen) => ({
    subject: pen.t("mails.legacyPassword.subject", { ownerId }),
    blocks: [
      { kind: "text", text: pen.t("mails.legacyPassword.body", { organizationName, ownerId }) },
      { kind: "code", label: pen.t("mails.legacyPassword.password"), value: password },
      {
        kind: "facts",
        facts: [
          { term: pen.t("mails.legacyPassword.ownerId"), value: ownerId },
          { term: pen.t("mails.legacyPassword.userId"), value: userId },
          { term: pen.t("mails.legacyPassword.until"), value: moment(pen, expiresAt) },
        ],
      },
      { kind: "button", label: pen.t("mails.legacyPassword.button"), href: link },
      { kind: "text", text: pen.t("mails.legacyPassword.tries") },
      { kind: "notice", text: pen.t("mails.legacyPassword.notYou") },
    ],
  }),
);
