// Why an organisation has so many votes, in sentences that a member can check against its own blocks.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Day } from "#app/ui/day.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { CategoryName, VotesExplanation } from "../domain/right-to-vote.ts";
import { ipv4PrefixOf, ipv6Parts } from "../domain/words-for-space.ts";
import { AssumedNotice } from "./assumed-notice.tsx";

export interface VotesExplainedProps {
  readonly explanation: VotesExplanation;
}

export function VotesExplained({ explanation }: VotesExplainedProps) {
  const { t } = useTranslation("membership");
  const { standing, votes } = explanation;
  return (
    <div className="space-y-4">
      {standing.isGood && votes > 0 ? (
        <Panel tone="success" title={t("votes.may", { count: votes })}>
          <p>{t("votes.goodStanding")}</p>
        </Panel>
      ) : (
        <Panel tone="warning" title={t("votes.mayNot")}>
          <ul className="list-disc space-y-1 ps-5">
            {standing.reasonsNot.map((reason) => (
              <li key={reason}>{t(`reasons.${reason}`)}</li>
            ))}
          </ul>
          {votes > 0 ? <p>{t("votes.wouldHave", { count: votes })}</p> : null}
        </Panel>
      )}
      <ol className="max-w-text list-decimal space-y-1.5 ps-6 marker:text-ink-soft">
        <ClassLine explanation={explanation} />
        <FamilyLine
          amount={useIpv4Words(explanation.ipv4Addresses)}
          none={t("votes.noIpv4")}
          category={explanation.ipv4Category}
        />
        <FamilyLine
          amount={useIpv6Words(explanation.ipv6Networks)}
          none={t("votes.noIpv6")}
          category={explanation.ipv6Category}
        />
        <ConclusionLine explanation={explanation} />
      </ol>
      <RulesLine explanation={explanation} />
    </div>
  );
}

function ClassLine({ explanation }: VotesExplainedProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  if (explanation.class === null) return <li>{t("votes.noClass")}</li>;
  return (
    <li>
      {t("votes.class", { name: inLanguage(explanation.class.names, language) })}
      {explanation.memberSince ? (
        <>
          {" "}
          {t("votes.since")} <Day day={explanation.memberSince} />.
        </>
      ) : (
        "."
      )}
    </li>
  );
}

function FamilyLine({
  amount,
  none,
  category,
}: {
  readonly amount: string | undefined;
  readonly none: string;
  readonly category: CategoryName | null;
}) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  if (amount === undefined) return <li>{none}</li>;
  return (
    <li>
      {category
        ? t("votes.family", { amount, category: inLanguage(category.names, language) })
        : t("votes.familyWithoutCategory", { amount })}
    </li>
  );
}

function ConclusionLine({
  explanation: { class: memberClass, category, votes, ipv4Category, ipv6Category },
}: VotesExplainedProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  let words: ReactNode;
  if (memberClass !== null && memberClass.fixedVotes !== null)
    words = t("votes.fixed", { count: memberClass.fixedVotes });
  else if (category === null) words = t("votes.noCategory");
  else if (votes === 0) words = t("votes.classWithout", { category: inLanguage(category.names, language) });
  else {
    const key = ipv4Category !== null && ipv6Category !== null ? "votes.higher" : "votes.only";
    words = t(key, { category: inLanguage(category.names, language), count: votes });
  }
  return <li className="font-semibold">{words}</li>;
}

function RulesLine({ explanation: { rules, date } }: VotesExplainedProps) {
  const { t } = useTranslation("membership");
  return (
    <div className="max-w-text space-y-2 text-sm text-ink-soft">
      <p>
        {t("votes.asOf")} <Day day={date} />.
      </p>
      {rules.isAssumed ? (
        <AssumedNotice id={rules.id} source={rules.source} />
      ) : (
        <p>{t("votes.source", { source: rules.source })}</p>
      )}
    </div>
  );
}

/** "1,024 addresses (a /22)" */
function useIpv4Words(digits: string): string | undefined {
  const { t } = useTranslation("membership");
  const { number } = useFormats();
  const addresses = BigInt(digits);
  if (addresses === 0n) return undefined;
  const prefix = ipv4PrefixOf(addresses);
  const words = t("space.ipv4", { count: Number(addresses), number: number(addresses) });
  return prefix === undefined ? words : `${words} ${t("space.thatIs", { prefix })}`;
}

function useIpv6Words(digits: string): string | undefined {
  const { t } = useTranslation("membership");
  const { number, list } = useFormats();
  const networks = BigInt(digits);
  if (networks === 0n) return undefined;
  const parts = ipv6Parts(networks).map(({ count, prefix }) =>
    count === 1n ? t("space.one", { prefix }) : t("space.many", { number: number(count), prefix }),
  );
  return t("space.ipv6", { amount: list(parts) });
}
