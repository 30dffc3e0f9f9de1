// Asks a membership contact whether she is still the one who votes for the organisation, before the roll is frozen.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const confirmContact = template(
  z.object({
    ...addressee,
    electionTitle: z.string(),
    organizationName: z.string(),
    rollDate: z.iso.datetime(),
    /** Whether it is a reminder. */
    isAgain: z.boolean(),
    url: z.url(),
  }),
  ({ electionTitle, organizationName, rollDate, isAgain, url }, { t, formats }) => ({
    subject: t("mails.confirmContact.subject", { organizationName }),
    blocks: [
      ...(isAgain ? [{ kind: "notice" as const, text: t("mails.confirmContact.again") }] : []),
      {
        kind: "text",
        text: t("mails.confirmContact.body", {
          electionTitle,
          organizationName,
          rollDay: formats.day(new Date(rollDate)),
        }),
      },
      { kind: "button", label: t("mails.confirmContact.button"), href: url },
      { kind: "notice", text: t("mails.confirmContact.why") },
    ],
  }),
);
