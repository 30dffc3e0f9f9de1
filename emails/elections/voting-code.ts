// The voting code of one organisation: it goes in the fragment of the link, which browsers never send to a server.
import { z } from "zod";
import { moment, template } from "../letter.ts";
import { aboutEntry, factsOfEntry } from "./roll-entry-facts.ts";

/** Security: the mail is official, so its button leads to a booth and nowhere else; the mail room checks the site. */
function leadsToBooth(link: string): boolean {
  const { pathname, search, hash } = new URL(link);
  return search === "" && /^\/(vote\/[^/]+|my\/elections\/[^/]+\/vote)$/.test(pathname) && hash.startsWith("#code=");
}

export const votingCode = template(
  z.object({
    ...aboutEntry,
    code: z.string(),
    /** Only of whoever votes by link and needs no account: drawn by the mail room, and in no other place than this mail. */
    secondCode: z.string().optional(),
    link: z.url().refine(leadsToBooth),
    opensAt: z.iso.datetime(),
    closesAt: z.iso.datetime(),
  }),
  ({ code, secondCode, link, opensAt, closesAt, ...about }, pen) => ({
    subject: pen.t("mails.votingCode.subject", about),
    blocks: [
      { kind: "text", text: pen.t("mails.votingCode.body", about) },
      factsOfEntry(pen, about, [
        { term: pen.t("mails.opens"), value: moment(pen, opensAt) },
        { term: pen.t("mails.closes"), value: moment(pen, closesAt) },
      ]),
      { kind: "button", label: pen.t("mails.votingCode.button"), href: link },
      { kind: "code", label: pen.t("mails.votingCode.code"), value: code },
      ...(secondCode === undefined
        ? []
        : [{ kind: "code" as const, label: pen.t("mails.votingCode.secondCode"), value: secondCode }]),
      { kind: "notice", text: pen.t("mails.votingCode.keep") },
      {
        kind: "text",
        text: pen.t(`mails.votingCode.${secondCode === undefined ? "secret" : "secretLink"}`, about),
      },
    ],
  }),
);
