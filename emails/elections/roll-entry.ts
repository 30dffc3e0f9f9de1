// To a voter without an account, when the roll is frozen: how she stands on it, and the code with which she sees the proof and may object.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

/** Security: the mail is official, so its button leads to the voter's own entry and nowhere else. */
function leadsToEntry(link: string): boolean {
  const { pathname, search, hash } = new URL(link);
  return search === "" && /^\/vote\/[^/]+\/roll$/.test(pathname) && hash.startsWith("#second=");
}

export const rollEntry = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    electionTitle: z.string(),
    votes: z.number().int(),
    /** Drawn by the mail room, and in no other place than this mail. */
    code: z.string(),
    link: z.url().refine(leadsToEntry),
    /** Null where no calendar says until when. */
    claimsUntil: z.iso.datetime().nullable(),
  }),
  ({ organizationName, electionTitle, votes, code, link, claimsUntil }, pen) => ({
    subject: pen.t("mails.rollEntry.subject", { organizationName, electionTitle }),
    blocks: [
      { kind: "text", text: pen.t("mails.rollEntry.body", { organizationName, electionTitle, votes }) },
      {
        kind: "facts",
        facts: [
          { term: pen.t("mails.election"), value: electionTitle },
          { term: pen.t("mails.organization"), value: organizationName },
          { term: pen.t("mails.votes"), value: pen.formats.number(votes) },
          ...(claimsUntil === null
            ? []
            : [{ term: pen.t("mails.rollEntry.claimsUntil"), value: moment(pen, claimsUntil) }]),
        ],
      },
      { kind: "text", text: pen.t("mails.rollEntry.what") },
      { kind: "button", label: pen.t("mails.rollEntry.button"), href: link },
      { kind: "code", label: pen.t("mails.rollEntry.code"), value: code },
      { kind: "notice", text: pen.t("mails.rollEntry.keep") },
    ],
  }),
);
