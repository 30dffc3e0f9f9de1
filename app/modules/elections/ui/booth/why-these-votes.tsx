// Why an organisation has this many votes: what the roll keeps of the register, in membership's words.
import { useTranslation } from "react-i18next";
import type { VotesExplanation } from "#app/modules/membership/index.ts";
import { VotesExplained } from "#app/modules/membership/index.ts";
import type { OwnRollEntry } from "../../queries/voter.server.ts";

export function WhyTheseVotes({ entry }: { readonly entry: Pick<OwnRollEntry, "explanation" | "votes" | "category"> }) {
  const { t } = useTranslation("elections");
  const explanation = readExplanation(entry.explanation);
  if (explanation === undefined)
    return <p>{t("booth.why.unknown", { count: entry.votes, category: entry.category })}</p>;
  return <VotesExplained explanation={explanation} />;
}

/** The explanation, if the roll keeps one of this form: a roll outlives the form in which it was written. */
function readExplanation(explanation: unknown): VotesExplanation | undefined {
  const read = explanation as Partial<VotesExplanation> | null;
  const isKnown =
    typeof read?.date === "string" &&
    typeof read.ipv4Addresses === "string" &&
    typeof read.ipv6Networks === "string" &&
    read.rules !== undefined &&
    read.standing !== undefined;
  return isKnown ? (read as VotesExplanation) : undefined;
}
