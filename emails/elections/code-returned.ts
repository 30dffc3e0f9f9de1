// Tells a voter, and who else acts for her organisation, that the mail with her voting code came back. Nothing in it opens anything.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const codeReturned = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    electionTitle: z.string(),
    /** The mail's link was all that she had; with an account its code alone opens nothing. */
    isByLink: z.boolean(),
    link: z.url(),
  }),
  ({ organizationName, electionTitle, isByLink, link }, { t }) => ({
    subject: t("mails.codeReturned.subject", { electionTitle }),
    blocks: [
      { kind: "text", text: t("mails.codeReturned.body", { organizationName, electionTitle }) },
      ...(isByLink ? [{ kind: "text", text: t("mails.codeReturned.ended") } as const] : []),
      { kind: "text", text: t("mails.codeReturned.ask") },
      { kind: "button", label: t("mails.codeReturned.button"), href: link },
    ],
  }),
);
