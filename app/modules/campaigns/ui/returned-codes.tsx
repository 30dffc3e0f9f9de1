// The mails with voting codes that came back, with what to do about each. Privacy: nothing here says who has voted.
import { useTranslation } from "react-i18next";
import type { ReturnedCode } from "#app/modules/elections/index.server.ts";
import { linkToVoterHelp } from "#app/modules/elections/index.ts";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { MendAddress } from "./mend-address.tsx";

export interface ReturnedCodesProps {
  readonly electionId: string;
  readonly returned: readonly ReturnedCode[];
  readonly maySendAgain: boolean;
  readonly mayMend: boolean;
}

/** Nothing while none came back. */
export function ReturnedCodes({ electionId, returned, maySendAgain, mayMend }: ReturnedCodesProps) {
  const { t } = useTranslation("campaigns");
  const columns: Column<ReturnedCode>[] = [
    {
      key: "organization",
      header: t("unreachable.organization"),
      isRowHeader: true,
      cell: ({ organizationName, organizationHandle }) => `${organizationName} (${organizationHandle})`,
    },
    { key: "contact", header: t("unreachable.contact"), cell: ({ contactName }) => contactName },
    {
      key: "address",
      header: t("unreachable.address"),
      cell: ({ address }) => <span className="break-all">{address}</span>,
    },
    { key: "since", header: t("unreachable.since"), cell: ({ since }) => <Instant at={since} isUtcOnly /> },
    {
      key: "remedy",
      header: t("unreachable.remedy"),
      cell: ({ organizationName, organizationHandle, isByLink }) => (
        <div className="space-y-2">
          {maySendAgain ? (
            <p>
              <TextLink to={linkToVoterHelp(electionId)}>
                {t("unreachable.codes.sendAgain", { organization: organizationName })}
              </TextLink>
            </p>
          ) : null}
          {mayMend && isByLink ? <MendAddress handle={organizationHandle} name={organizationName} /> : null}
        </div>
      ),
    },
  ];
  if (returned.length === 0) return null;
  return (
    <Section title={t("unreachable.codes.title")} lead={t("unreachable.codes.lead")}>
      <Table
        caption={t("unreachable.codes.caption", { count: returned.length })}
        rows={returned}
        rowKey={({ rollEntryId }) => rollEntryId}
        columns={columns}
      />
    </Section>
  );
}
