// Tells a candidate that an organisation supports the candidacy.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const endorsed = template(
  z.object({ ...addressee, organizationName: z.string(), given: z.number(), needed: z.number(), link: z.url() }),
  ({ organizationName, given, needed, link }, { t }) => ({
    subject: t("mails.endorsed.subject", { organizationName }),
    blocks: [
      { kind: "text", text: t("mails.endorsed.body", { organizationName, given, needed }) },
      { kind: "button", label: t("mails.endorsed.button"), href: link },
    ],
  }),
);
