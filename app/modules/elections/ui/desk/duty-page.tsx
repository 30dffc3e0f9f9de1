// The frame of a page on which a commission member does one thing: what it is and why, in plain words, then the work.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Page } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCommission, linkToCommissionDesk } from "../../links.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";

export interface DutyPageProps {
  readonly page: "key" | "rehearsal" | "codes" | "seal" | "sum";
  readonly election: ElectionAtDesk;
  readonly children: ReactNode;
}

export function DutyPage({ page, election, children }: DutyPageProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  return (
    <Page
      title={t(`ceremony.pages.${page}.title`)}
      lead={t(`ceremony.pages.${page}.lead`)}
      breadcrumbs={[
        { label: t("desk.commission.title"), to: linkToCommission() },
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
      ]}
    >
      {children}
    </Page>
  );
}
