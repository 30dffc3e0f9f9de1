// Tells that two people send a voter's mails to another address from now on; whoever keeps the list of codes is asked to send hers.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const addressMended = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    electionTitle: z.string(),
    reason: z.string(),
    isKeeper: z.boolean(),
    link: z.url(),
  }),
  ({ organizationName, electionTitle, reason, isKeeper, link }, { t }) => ({
    subject: t("mails.addressMended.subject", { organizationName, electionTitle }),
    blocks: [
      { kind: "text", text: t("mails.addressMended.body", { organizationName, electionTitle }) },
      { kind: "facts", facts: [{ term: t("mails.addressMended.reason"), value: reason }] },
      ...(isKeeper ? [{ kind: "text", text: t("mails.addressMended.keeper") } as const] : []),
      { kind: "button", label: t(`mails.addressMended.${isKeeper ? "send" : "button"}`), href: link },
      ...(isKeeper ? [] : [{ kind: "notice", text: t("mails.addressMended.unexpected") } as const]),
    ],
  }),
);
