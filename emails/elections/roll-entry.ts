// To a voter without an account, when the roll is frozen: how she stands on it, and the code with which she sees the proof and may object.
import { z } from "zod";
import { moment, template } from "../letter.ts";
import { aboutEntry, factsOfEntry } from "./roll-entry-facts.ts";

/** Security: the mail is official, so its button leads to the voter's own entry and nowhere else. */
function leadsToEntry(link: string): boolean {
  const { pathname, search, hash } = new URL(link);
  return search === "" && /^\/vote\/[^/]+\/roll$/.test(pathname) && hash.startsWith("#second=");
}

export const rollEntry = template(
  z.object({
    ...aboutEntry,
    /** Drawn by the mail room, and in no other place than this mail. */
    code: z.string(),
    link: z.url().refine(leadsToEntry),
    /** Null where no calendar says until when. */
    claimsUntil: z.iso.datetime().nullable(),
  }),
  ({ code, link, claimsUntil, ...about }, pen) => ({
    subject: pen.t("mails.rollEntry.subject", about),
    blocks: [
      { kind: "text", text: pen.t("mails.rollEntry.body", about) },
      factsOfEntry(
        pen,
        about,
        claimsUntil === null ? [] : [{ term: pen.t("mails.rollEntry.claimsUntil"), value: moment(pen, claimsUntil) }],
      ),
      { kind: "text", text: pen.t("mails.rollEntry.what") },
      { kind: "button", label: pen.t("mails.rollEntry.button"), href: link },
      { kind: "code", label: pen.t("mails.rollEntry.code"), value: code },
      { kind: "notice", text: pen.t("mails.rollEntry.keep") },
    ],
  }),
);
