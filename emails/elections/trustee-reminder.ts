// Tells a keeper of a key what the election waits for.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const trusteeReminder = template(
  z.object({
    ...addressee,
    electionTitle: z.string(),
    /** What to do, as a whole sentence in the reader's language. */
    task: z.string(),
    link: z.url(),
  }),
  ({ electionTitle, task, link }, pen) => ({
    subject: pen.t("mails.trusteeReminder.subject", { electionTitle }),
    blocks: [
      { kind: "text", text: pen.t("mails.trusteeReminder.body", { electionTitle }) },
      { kind: "notice", text: task },
      { kind: "button", label: pen.t("mails.trusteeReminder.button"), href: link },
    ],
  }),
);
