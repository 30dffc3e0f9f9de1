// What a search of networks and AS numbers found: how many, and one page of each.
import { useTranslation } from "react-i18next";
import { Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { NetworkLine, SystemLine } from "../domain/resource-line.ts";
import { NetworkTable, SystemTable } from "./resource-tables.tsx";

interface Found<Each> {
  readonly found: readonly Each[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export interface FoundResourcesProps {
  readonly query: string;
  readonly networks: Found<NetworkLine>;
  readonly systems: Found<SystemLine>;
  readonly isCut: boolean;
}

export function FoundResources({ query, networks, systems, isCut }: FoundResourcesProps) {
  const { t } = useTranslation("resources");
  const { number } = useFormats();
  const counts = {
    ...{ networkCount: networks.total, networks: number(networks.total) },
    ...{ systemCount: systems.total, systems: number(systems.total) },
  };
  return (
    <>
      <p role="status">{query === "" ? t("mine.all", counts) : t("mine.found", { ...counts, query })}</p>
      {query !== "" && networks.total + systems.total === 0 ? (
        <p className="text-ink-soft">{t("mine.notFoundHint")}</p>
      ) : null}
      {isCut ? <Panel tone="warning">{t("mine.cut")}</Panel> : null}
      {networks.total > 0 ? (
        <Section title={t("mine.networks")} id="networks">
          <NetworkTable networks={networks.found} />
          <Pagination page={networks.page} pageCount={networks.pages} />
        </Section>
      ) : null}
      {systems.total > 0 ? (
        <Section title={t("mine.systems")} id="systems">
          <SystemTable systems={systems.found} />
          <Pagination page={systems.page} pageCount={systems.pages} parameter="asPage" />
        </Section>
      ) : null}
    </>
  );
}
