// The organisations for which a person votes: since when, and who said so.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToMandateHistory } from "../links.ts";
import type { HeldMandate } from "../queries/my-mandates.server.ts";

export function HeldMandates({ mandates }: { readonly mandates: readonly HeldMandate[] }) {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  return (
    <Table
      caption={t("my.held")}
      isCaptionHidden
      rows={mandates}
      rowKey={({ organizationHandle, electionTitle }) => `${organizationHandle} ${electionTitle?.es ?? ""}`}
      empty={<EmptyState title={t("my.none")}>{t("my.noneText")}</EmptyState>}
      columns={[
        {
          key: "organization",
          header: t("columns.organization"),
          cell: ({ organizationHandle, organizationName, electionTitle }) =>
            electionTitle === null ? (
              <TextLink to={linkToMandateHistory(organizationHandle)}>{organizationName}</TextLink>
            ) : (
              organizationName
            ),
        },
        {
          key: "as",
          header: t("columns.as"),
          cell: ({ electionTitle }) =>
            electionTitle === null
              ? t("my.asContact")
              : t("my.asDelegate", { election: inLanguage(electionTitle, language) }),
        },
        {
          key: "since",
          header: t("columns.since"),
          cell: ({ since }) => (since === "" ? null : <Instant at={since} precision="day" />),
        },
        {
          key: "by",
          header: t("columns.grantedBy"),
          cell: ({ grantedByName }) => grantedByName || t("grantedByAdministration"),
        },
      ]}
    />
  );
}
