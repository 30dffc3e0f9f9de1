// Asks a membership contact whether the organisation supports a candidacy.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const endorsementAsked = template(
  z.object({
    ...addressee,
    contestTitle: z.string(),
    candidateName: z.string(),
    organizationName: z.string(),
    link: z.url(),
  }),
  ({ contestTitle, candidateName, organizationName, link }, { t }) => ({
    subject: t("mails.endorsementAsked.subject", { candidateName, organizationName }),
    blocks: [
      { kind: "text", text: t("mails.endorsementAsked.body", { candidateName, contestTitle, organizationName }) },
      { kind: "button", label: t("mails.endorsementAsked.button"), href: link },
    ],
  }),
);
