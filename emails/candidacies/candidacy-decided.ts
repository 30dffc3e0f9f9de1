// Tells a candidate what the commission decided, with its reasons.
import { z } from "zod";
import type { Block } from "../letter.ts";
import { addressee, moment, template } from "../letter.ts";

export const candidacyDecided = template(
  z.object({
    ...addressee,
    contestTitle: z.string(),
    kind: z.enum(["admit", "reject", "correct", "edit"]),
    reasons: z.string(),
    correctUntil: z.iso.datetime().nullable(),
    link: z.url(),
  }),
  ({ contestTitle, kind, reasons, correctUntil, link }, pen) => {
    const { t } = pen;
    const blocks: Block[] = [{ kind: "text", text: t("mails.candidacyDecided.body", { kind, contestTitle }) }];
    if (reasons !== "")
      blocks.push({ kind: "facts", facts: [{ term: t("mails.candidacyDecided.reasons"), value: reasons }] });
    if (correctUntil !== null)
      blocks.push({ kind: "notice", text: t("mails.candidacyDecided.until", { moment: moment(pen, correctUntil) }) });
    blocks.push({ kind: "button", label: t("mails.candidacyDecided.button"), href: link });
    return { subject: t("mails.candidacyDecided.subject", { kind, contestTitle }), blocks };
  },
);
