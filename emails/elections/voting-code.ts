// The voting code of one organisation: it goes in the fragment of the link, which browsers never send to a server.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

/** Security: the mail is official, so its button leads to a booth and nowhere else; the mail room checks the site. */
function leadsToBooth(link: string): boolean {
  const { pathname, search, hash } = new URL(link);
  return search === "" && /^\/(vote\/[^/]+|my\/elections\/[^/]+\/vote)$/.test(pathname) && hash.startsWith("#code=");
}

export const votingCode = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    electionTitle: z.string(),
    votes: z.number().int(),
    code: z.string(),
    /** Only of whoever votes by link and needs no account: drawn by the mail room, and in no other place than this mail. */
    secondCode: z.string().optional(),
    link: z.url().refine(leadsToBooth),
    opensAt: z.iso.datetime(),
    closesAt: z.iso.datetime(),
  }),
  ({ organizationName, electionTitle, votes, code, secondCode, link, opensAt, closesAt }, pen) => ({
    subject: pen.t("mails.votingCode.subject", { organizationName, electionTitle }),
    blocks: [
      { kind: "text", text: pen.t("mails.votingCode.body", { organizationName, electionTitle, votes }) },
      {
        kind: "facts",
        facts: [
          { term: pen.t("mails.election"), value: electionTitle },
          { term: pen.t("mails.organization"), value: organizationName },
          { term: pen.t("mails.votes"), value: pen.formats.number(votes) },
          { term: pen.t("mails.opens"), value: moment(pen, opensAt) },
          { term: pen.t("mails.closes"), value: moment(pen, closesAt) },
        ],
      },
      { kind: "button", label: pen.t("mails.votingCode.button"), href: link },
      { kind: "code", label: pen.t("mails.votingCode.code"), value: code },
      ...(secondCode === undefined
        ? []
        : [{ kind: "code" as const, label: pen.t("mails.votingCode.secondCode"), value: secondCode }]),
      { kind: "notice", text: pen.t("mails.votingCode.keep") },
      {
        kind: "text",
        text: pen.t(`mails.votingCode.${secondCode === undefined ? "secret" : "secretLink"}`, { organizationName }),
      },
    ],
  }),
);
