// Who changes when the new rules begin, before anybody saves them.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkToOrganization } from "#app/modules/organizations/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { Day } from "#app/ui/day.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { Effective, EffectCount, RuleEffect } from "../domain/rule-effects.ts";
import type { RulesDocument } from "../domain/rules.ts";
import { linkToRuleEffectsFile } from "../links.ts";

export interface RulesPreviewProps {
  readonly preview: {
    readonly organizations: number;
    readonly votesBefore: number;
    readonly votesAfter: number;
    readonly counts: readonly EffectCount[];
    readonly effects: readonly RuleEffect[];
    readonly document: RulesDocument;
    readonly documentBefore: RulesDocument;
  };
  readonly effectiveFrom: string;
}

export function RulesPreview({ preview, effectiveFrom }: RulesPreviewProps) {
  const { t } = useTranslation("membership");
  const { number } = useFormats();
  const { organizations, votesBefore, votesAfter, counts, document, documentBefore } = preview;
  return (
    <Section
      title={t("preview.title")}
      id="preview"
      lead={
        <>
          {t("preview.lead")} <Day day={effectiveFrom} />.
        </>
      }
    >
      <div role="status" className="space-y-6">
        <Figures>
          <Figure label={t("preview.organizations")} value={number(organizations)} />
          <Figure label={t("preview.votesBefore")} value={number(votesBefore)} />
          <Figure label={t("preview.votesAfter")} value={number(votesAfter)} />
        </Figures>
        {organizations === 0 ? <Panel title={t("preview.nobody")}>{t("preview.nobodyHint")}</Panel> : null}
      </div>
      {organizations > 0 ? (
        <div className="mt-8 space-y-8">
          <Table
            caption={t("preview.counts")}
            rows={counts}
            rowKey={(each) => JSON.stringify([each.before, each.after])}
            columns={[
              {
                key: "before",
                header: t("preview.before"),
                cell: (each) => <EffectiveWords effective={each.before} document={documentBefore} />,
              },
              {
                key: "after",
                header: t("preview.after"),
                cell: (each) => <EffectiveWords effective={each.after} document={document} />,
              },
              {
                key: "count",
                header: t("preview.organizations"),
                align: "end",
                cell: (each) => number(each.organizations),
              },
            ]}
          />
          <EffectTable preview={preview} />
          <Download document={preview.document} effectiveFrom={effectiveFrom} />
        </div>
      ) : null}
    </Section>
  );
}

function EffectTable({
  preview: { effects, organizations, document, documentBefore },
}: Pick<RulesPreviewProps, "preview">) {
  const { t } = useTranslation("membership");
  const { number } = useFormats();
  return (
    <Table
      caption={t("preview.first", { shown: number(effects.length), total: number(organizations) })}
      rows={effects}
      rowKey={(each) => each.organizationId}
      columns={[
        {
          key: "name",
          header: t("preview.organization"),
          cell: (each) => <TextLink to={linkToOrganization(each.handle)}>{each.name}</TextLink>,
        },
        {
          key: "handle",
          header: t("preview.handle"),
          cell: (each) => <span className="whitespace-nowrap font-mono text-sm">{each.handle}</span>,
        },
        {
          key: "before",
          header: t("preview.before"),
          cell: (each) => <EffectiveWords effective={each.before} document={documentBefore} />,
        },
        {
          key: "after",
          header: t("preview.after"),
          cell: (each) => <EffectiveWords effective={each.after} document={document} />,
        },
      ]}
    />
  );
}

function EffectiveWords({ effective, document }: { readonly effective: Effective; readonly document: RulesDocument }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const named = [
    document.classes.find((each) => each.key === effective.class),
    document.categories.find((each) => each.key === effective.category),
  ];
  const words = named.flatMap((each) => (each ? inLanguage(each.names, language) : [])).join(" · ");
  return (
    <div>
      <span className="font-semibold">{t("votes.count", { count: effective.votes })}</span>
      {words === "" ? null : <span className="text-ink-soft"> · {words}</span>}
      {effective.isEntitled ? null : <span className="text-ink-soft"> ({t("preview.mayNotVote")})</span>}
    </div>
  );
}

function Download({ document, effectiveFrom }: { readonly document: RulesDocument; readonly effectiveFrom: string }) {
  const { t } = useTranslation("membership");
  return (
    <Form method="post" action={linkToRuleEffectsFile()} reloadDocument>
      <input type="hidden" name="document" value={JSON.stringify(document)} />
      <input type="hidden" name="effectiveFrom" value={effectiveFrom} />
      <Button type="submit">{t("preview.download")}</Button>
    </Form>
  );
}
