// Which entry of which roll a mail is about: said in one way in every mail to who votes for it.
import { z } from "zod";
import type { Block, Fact, Pen } from "../letter.ts";
import { addressee } from "../letter.ts";

/** To whom, for which voter of the roll, in which election, with how many votes. */
export const aboutEntry = {
  ...addressee,
  organizationName: z.string(),
  electionTitle: z.string(),
  votes: z.number().int(),
};

type AboutEntry = z.infer<z.ZodObject<typeof aboutEntry>>;

/** The facts that such a mail begins with, and its own after them. */
export function factsOfEntry({ t, formats }: Pen, about: AboutEntry, own: readonly Fact[]): Block {
  return {
    kind: "facts",
    facts: [
      { term: t("mails.election"), value: about.electionTitle },
      { term: t("mails.organization"), value: about.organizationName },
      { term: t("mails.votes"), value: formats.number(about.votes) },
      ...own,
    ],
  };
}
