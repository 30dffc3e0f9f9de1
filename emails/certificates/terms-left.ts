// Tells the staff whose terms the register of office holders could not take from an official result, and why.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

const left = z.array(
  z.object({ name: z.string(), code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }),
);

export const termsLeft = template(
  z.object({ ...addressee, electionTitle: z.string(), link: z.url(), left }),
  ({ electionTitle, link, left: people }, pen) => ({
    subject: pen.t("mails.termsLeft.subject", { electionTitle }),
    blocks: [
      { kind: "notice", text: pen.t("mails.termsLeft.body", { electionTitle }) },
      ...people.map(({ name, code, details }) => ({
        kind: "text" as const,
        text: `${name}: ${pen.t(`bodies:refusals.${code}`, details)}`,
      })),
      { kind: "button", label: pen.t("mails.termsLeft.button"), href: link },
    ],
  }),
);
