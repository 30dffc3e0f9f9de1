// Says before the box is sealed what the weights of this roll could tell about votes, in numbers, and what helps.
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { WeightWarning } from "../../domain/weight-secrecy.ts";
import type { WeightSecrecy } from "../../queries/weight-secrecy.server.ts";

export function WeightWarnings({ secrecy }: { readonly secrecy: WeightSecrecy }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const sentenceOf = useWarningSentence();
  if (secrecy.classes.length === 0) return null;
  return (
    <div className="space-y-4">
      {secrecy.warnings.length === 0 ? (
        <Panel tone="success" title={t("roll.weights.fine")} />
      ) : (
        <Panel tone="warning" title={t("roll.weights.title")}>
          <ul className="list-disc space-y-1 ps-5">
            {secrecy.warnings.map((warning) => (
              <li key={JSON.stringify(warning)}>{sentenceOf(warning)}</li>
            ))}
          </ul>
          <p>{t("roll.weights.why")}</p>
        </Panel>
      )}
      <details>
        <summary className="min-h-touch cursor-pointer py-2 font-semibold">{t("roll.weights.table")}</summary>
        <Table
          caption={t("roll.weights.table")}
          isCaptionHidden
          rows={secrecy.classes}
          rowKey={({ weight }) => String(weight)}
          columns={[
            {
              key: "weight",
              header: t("roll.weights.weight"),
              isRowHeader: true,
              cell: ({ weight }) => number(weight),
            },
            { key: "voters", header: t("codes.organizations"), align: "end", cell: ({ voters }) => number(voters) },
          ]}
        />
      </details>
    </div>
  );
}

function useWarningSentence(): (warning: WeightWarning) => string {
  const { t } = useTranslation("elections");
  const { percent } = useFormats();
  return (warning) => {
    switch (warning.kind) {
      case "dominant-voter":
        return t("roll.weights.dominant", {
          count: warning.weight,
          share: percent(warning.shareInHundredths / 10_000),
        });
      case "choice-guessed":
        return t("roll.weights.guessed", {
          count: warning.weight,
          guessed: percent(warning.guessedInHundredths / 10_000),
          certain: percent(warning.certainInHundredths / 10_000),
        });
      case "unique-weight":
        return t("roll.weights.unique", { count: warning.weight });
      case "rare-weight":
        return t("roll.weights.rare", { count: warning.weight, voters: warning.voters });
      case "few-voters":
        return t("roll.weights.few", { count: warning.voters });
    }
  };
}
