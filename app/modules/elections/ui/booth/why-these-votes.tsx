// Why an organisation has this many votes, in sentences, from what the roll keeps of the register.
import { useTranslation } from "react-i18next";
import type { VotesExplanation } from "#app/modules/membership/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Instant } from "#app/ui/instant.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { OwnRollEntry } from "../../queries/voter.server.ts";

export function WhyTheseVotes({ entry }: { readonly entry: Pick<OwnRollEntry, "explanation" | "votes" | "category"> }) {
  const { t } = useTranslation("elections");
  const explanation = readExplanation(entry.explanation);
  if (explanation === undefined)
    return <p>{t("booth.why.unknown", { count: entry.votes, category: entry.category })}</p>;
  return (
    <ul className="max-w-text list-disc space-y-1 ps-5">
      <li>
        {t("booth.why.date")} <Instant at={`${explanation.date}T00:00:00.000Z`} precision="day" />.
      </li>
      <Holdings explanation={explanation} />
      <Rule explanation={explanation} />
      <li>
        {t("booth.why.rules")} <Instant at={`${explanation.rules.effectiveFrom}T00:00:00.000Z`} precision="day" />.{" "}
        {explanation.rules.isAssumed ? t("booth.why.assumed") : null}
      </li>
    </ul>
  );
}

function Holdings({ explanation }: { readonly explanation: VotesExplanation }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const language = useLanguage();
  const families = [
    { name: "ipv4", size: BigInt(explanation.ipv4Addresses), category: explanation.ipv4Category },
    { name: "ipv6", size: BigInt(explanation.ipv6Networks), category: explanation.ipv6Category },
  ];
  return (
    <>
      {families.map(({ name, size, category }) =>
        size === 0n ? (
          <li key={name}>{t(`booth.why.${name}None`)}</li>
        ) : (
          <li key={name}>
            {t(`booth.why.${name}`, {
              size: number(size),
              category: category === null ? "–" : inLanguage(category.names, language),
            })}
          </li>
        ),
      )}
    </>
  );
}

function Rule({ explanation }: { readonly explanation: VotesExplanation }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const { class: memberClass, category, votes } = explanation;
  if (memberClass !== null && memberClass.fixedVotes !== null) {
    return (
      <li>{t("booth.why.fixed", { name: inLanguage(memberClass.names, language), count: memberClass.fixedVotes })}</li>
    );
  }
  if (category === null) return <li>{t("booth.why.plain", { count: votes })}</li>;
  return <li>{t("booth.why.category", { category: inLanguage(category.names, language), count: votes })}</li>;
}

/** The explanation, if the roll keeps one of this form. */
function readExplanation(explanation: unknown): VotesExplanation | undefined {
  const read = explanation as Partial<VotesExplanation> | null;
  const isKnown = typeof read?.date === "string" && typeof read.ipv4Addresses === "string" && read.rules !== undefined;
  return isKnown ? (read as VotesExplanation) : undefined;
}
