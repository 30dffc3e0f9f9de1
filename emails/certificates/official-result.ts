// Tells the commission and the staff that a result is official.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const officialResult = template(
  z.object({ ...addressee, electionTitle: z.string(), link: z.url() }),
  ({ electionTitle, link }, pen) => ({
    subject: pen.t("mails.officialResult.subject", { electionTitle }),
    blocks: [
      { kind: "notice", text: pen.t("mails.officialResult.body", { electionTitle }) },
      { kind: "button", label: pen.t("mails.officialResult.button"), href: link },
    ],
  }),
);
