// Tells who asked the candidates what became of the question.
import { z } from "zod";
import type { Block } from "../letter.ts";
import { addressee, template } from "../letter.ts";

export const questionModerated = template(
  z.object({ ...addressee, outcome: z.enum(["published", "refused"]), reason: z.string(), link: z.url() }),
  ({ outcome, reason, link }, { t }) => {
    const blocks: Block[] = [{ kind: "text", text: t("mails.questionModerated.body", { outcome }) }];
    if (reason !== "")
      blocks.push({ kind: "facts", facts: [{ term: t("mails.questionModerated.reason"), value: reason }] });
    blocks.push({ kind: "button", label: t("mails.questionModerated.button"), href: link });
    return { subject: t("mails.questionModerated.subject", { outcome }), blocks };
  },
);
