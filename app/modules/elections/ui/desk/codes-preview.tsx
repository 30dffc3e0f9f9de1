// Who will get a voting code: how many, with how many votes, and the first of them.
import { useTranslation } from "react-i18next";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";
import type { RollPage } from "../../queries/roll.server.ts";

const linesShown = 10;

export function CodesPreview({ election, roll }: { readonly election: ElectionAtDesk; readonly roll: RollPage }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const rest = roll.total - linesShown;
  return (
    <div className="space-y-6">
      <ol className="max-w-text list-decimal space-y-1 ps-6">
        <li>{t("codes.how.make")}</li>
        <li>{t("codes.how.learn")}</li>
        <li>{t("codes.how.seal")}</li>
        <li>{t("codes.how.one")}</li>
      </ol>
      <Figures>
        <Figure label={t("codes.organizations")} value={number(election.rollOrganizations)} />
        <Figure label={t("codes.votes")} value={number(election.rollVotes)} />
      </Figures>
      <Table
        caption={t("codes.firstLines", { count: Math.min(linesShown, roll.total) })}
        rows={roll.lines.slice(0, linesShown)}
        rowKey={({ organizationHandle }) => organizationHandle}
        columns={[
          {
            key: "name",
            header: t("desk.roll.organization"),
            cell: (line) => `${line.organizationName} (${line.organizationHandle})`,
          },
          { key: "contact", header: t("desk.roll.contact"), cell: (line) => line.contactName },
          { key: "votes", header: t("desk.roll.votes"), align: "end", cell: (line) => number(line.votes) },
        ]}
      />
      {rest > 0 ? (
        <p>
          <TextLink to={`/elections/${election.id}/roll`} target="_blank" rel="noopener">
            {t("codes.more", { count: rest })}
          </TextLink>
        </p>
      ) : null}
    </div>
  );
}
