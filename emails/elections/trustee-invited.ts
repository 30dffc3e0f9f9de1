// Asks a member of the commission to keep one of the keys of an election.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const trusteeInvited = template(
  z.object({ ...addressee, electionTitle: z.string(), link: z.url() }),
  ({ electionTitle, link }, pen) => ({
    subject: pen.t("mails.trusteeInvited.subject", { electionTitle }),
    blocks: [
      { kind: "text", text: pen.t("mails.trusteeInvited.body", { electionTitle }) },
      { kind: "text", text: pen.t("mails.trusteeInvited.steps") },
      { kind: "button", label: pen.t("mails.trusteeInvited.button"), href: link },
      { kind: "notice", text: pen.t("mails.trusteeInvited.keep") },
    ],
  }),
);
