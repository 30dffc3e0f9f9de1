// Tells the administrative contact and the staff that the membership contact says to be the wrong person, while it can still be mended.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const contactCorrected = template(
  z.object({
    ...addressee,
    electionTitle: z.string(),
    organizationName: z.string(),
    contactName: z.string(),
    remark: z.string(),
    rollDate: z.iso.datetime(),
    url: z.url(),
  }),
  ({ electionTitle, organizationName, contactName, remark, rollDate, url }, { t, formats }) => ({
    subject: t("mails.contactCorrected.subject", { organizationName }),
    blocks: [
      {
        kind: "text",
        text: t("mails.contactCorrected.body", {
          electionTitle,
          organizationName,
          contactName,
          rollDay: formats.day(new Date(rollDate)),
        }),
      },
      ...(remark === ""
        ? []
        : [{ kind: "facts" as const, facts: [{ term: t("mails.contactCorrected.remark"), value: remark }] }]),
      { kind: "button", label: t("mails.contactCorrected.button"), href: url },
    ],
  }),
);
