// A mail of an election's stage, in words that staff may have written. Its one link leads to a public page and carries nothing.
import { z } from "zod";
import { addressee, template } from "../letter.ts";

export const campaignNotice = template(
  z.object({
    ...addressee,
    subject: z.string(),
    paragraphs: z.array(z.string()),
    organizations: z.array(z.string()),
    page: z.enum(["election", "roll", "claims", "vote", "result"]),
    url: z.url().refine((url) => !/[#?]/.test(url), "a link of a campaign carries nothing"),
  }),
  ({ subject, paragraphs, organizations, page, url }, pen) => ({
    subject,
    blocks: [
      ...paragraphs.map((text) => ({ kind: "text", text }) as const),
      { kind: "button", label: pen.t(`mails.notice.buttons.${page}`), href: url },
      {
        kind: "facts",
        facts: [{ term: pen.t("mails.notice.why", { count: organizations.length }), value: organizations.join("; ") }],
      },
    ],
  }),
);
