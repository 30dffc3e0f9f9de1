// From the blocks to the votes in one row of boxes, one under the other on a phone. The words beside it say the same.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "#app/lib/instants/index.ts";
import type { CategoryName, VotesExplanation } from "#app/modules/membership/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";

export interface VotesPictureProps {
  readonly explanation: VotesExplanation;
  readonly votes: number;
}

export function VotesPicture({ explanation, votes }: VotesPictureProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const { number, day } = useFormats();
  const { ipv4Category, ipv6Category, category, class: memberClass, rules } = explanation;
  const nameOf = (each: CategoryName | null) => (each === null ? "–" : inLanguage(each.names, language));
  const holdings = t("roll.picture.held", {
    ipv4: number(BigInt(explanation.ipv4Addresses)),
    ipv6: number(BigInt(explanation.ipv6Networks)),
  });
  const isFixed = memberClass !== null && memberClass.fixedVotes !== null;
  const since = readInstant(rules.effectiveFrom);
  return (
    <ol
      aria-label={t("roll.picture.label")}
      className="flex flex-col gap-2 sm:flex-row sm:items-stretch sm:[&>li+li]:before:content-['→']"
    >
      <Box label={t("roll.picture.holdings")}>{holdings}</Box>
      <Box label={t("roll.picture.tiers")}>
        IPv4: {nameOf(ipv4Category)}
        <br />
        IPv6: {nameOf(ipv6Category)}
      </Box>
      <Box label={t("roll.picture.category")}>
        {isFixed ? inLanguage(memberClass.names, language) : nameOf(category)}
      </Box>
      <Box label={t("roll.picture.rule")}>
        {t("roll.picture.ruleSince", { day: since === undefined ? rules.effectiveFrom : day(since) })}
      </Box>
      <Box label={t("roll.picture.votes")} isResult>
        {number(votes)}
      </Box>
    </ol>
  );
}

function Box({
  label,
  children,
  isResult = false,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly isResult?: boolean;
}) {
  return (
    <li className="flex min-w-0 flex-1 items-center gap-2 before:text-ink-soft">
      <div
        className={`forced-border h-full min-w-0 flex-1 rounded-md border px-3 py-2 ${isResult ? "border-accent bg-accent-soft" : "border-line bg-raised"}`}
      >
        <p className="text-xs text-ink-soft">{label}</p>
        <p className={isResult ? "text-2xl font-semibold" : "text-sm font-semibold"}>{children}</p>
      </div>
    </li>
  );
}
