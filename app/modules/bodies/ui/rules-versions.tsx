// All versions of a body's rules over time, the newest first, each with the day from which it holds.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { Day } from "#app/ui/day.tsx";
import type { BodyRulesVersion } from "../domain/rules.ts";
import { RulesList } from "./rules-list.tsx";
import type { NamedBody } from "./use-rule-words.ts";

export interface RulesVersionsProps {
  readonly versions: readonly BodyRulesVersion[];
  readonly inForce: string | undefined;
  readonly today: string;
  readonly bodies: readonly NamedBody[];
  /** What stands below a version whose day has not come. */
  readonly footerOf?: (version: BodyRulesVersion) => ReactNode;
}

const tones = { future: "info", inForce: "success", past: "neutral" } as const;

export function RulesVersions({ versions, inForce, today, bodies, footerOf }: RulesVersionsProps) {
  const { t } = useTranslation("bodies");
  const stateOf = ({ id, effectiveFrom }: BodyRulesVersion) => {
    if (id === inForce) return "inForce";
    return effectiveFrom > today ? "future" : "past";
  };
  return (
    <div className="space-y-4">
      {versions.map((version) => (
        <Card
          key={version.id}
          level={3}
          title={<Since day={version.effectiveFrom} />}
          aside={<Badge tone={tones[stateOf(version)]}>{t(`page.states.${stateOf(version)}`)}</Badge>}
          footer={stateOf(version) === "future" ? footerOf?.(version) : null}
        >
          <details open={stateOf(version) === "future"}>
            <summary className="min-h-touch cursor-pointer py-2 text-accent">{t("page.show")}</summary>
            <RulesList version={version} bodies={bodies} />
          </details>
        </Card>
      ))}
    </div>
  );
}

function Since({ day }: { readonly day: string }) {
  const { t } = useTranslation("bodies");
  if (day.startsWith("1900")) return <>{t("page.always")}</>;
  return (
    <>
      {t("page.since")} <Day day={day} />
    </>
  );
}
