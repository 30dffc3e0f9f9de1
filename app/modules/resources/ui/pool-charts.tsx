// What has become of the registry's numbers: a chart of each kind, with every amount in words.
import { useTranslation } from "react-i18next";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Section } from "#app/ui/page.tsx";
import type { Family } from "../domain/holding.ts";
import { families } from "../domain/holding.ts";
import type { PoolStatus } from "../domain/pool-status.ts";
import { poolStatuses } from "../domain/pool-status.ts";

export function PoolCharts({
  pools,
}: {
  readonly pools: Readonly<Record<Family, Readonly<Record<PoolStatus, bigint>>>>;
}) {
  const { t } = useTranslation("resources");
  return (
    <Section title={t("pools.title")} lead={t("pools.lead")} id="pools">
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-3">
        {families.map((family) => (
          <BarChart
            key={family}
            caption={t(`pools.${family}`)}
            labelHeader={t("pools.status")}
            valueHeader={t("pools.amount")}
            shareHeader={t("register.share")}
            bars={poolStatuses.map((status) => ({
              label: t(`pools.${status}`),
              value: amountOf(family, pools[family][status]),
            }))}
          />
        ))}
      </div>
    </Section>
  );
}

/** Why in /32 blocks: no number that people read has the digits of IPv6. */
function amountOf(family: Family, amount: bigint): number {
  return Number(family === "ipv6" ? amount >> 32n : amount);
}
