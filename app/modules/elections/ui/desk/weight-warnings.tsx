// Says before the box is sealed what the weights of this roll could tell about votes, in numbers, and what helps.
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { Table } from "#app/ui/table.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { smallestClass } from "../../domain/privacy-guard.ts";
import type { WeightWarning } from "../../domain/weight-secrecy.ts";
import type { WeightSecrecy } from "../../queries/weight-secrecy.server.ts";

export function WeightWarnings({ secrecy }: { readonly secrecy: WeightSecrecy }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const sentences = useSentences(secrecy.warnings);
  if (secrecy.classes.length === 0) return null;
  return (
    <div className="space-y-4">
      {secrecy.warnings.length === 0 ? (
        <Panel tone="success" title={t("roll.weights.fine")} />
      ) : (
        <Panel tone="warning" title={t("roll.weights.title")}>
          <ul className="list-disc space-y-1 ps-5">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
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

/** One sentence for each kind of warning: rare weights are listed together, and of the guessed choices the worst is said. */
function useSentences(warnings: readonly WeightWarning[]): string[] {
  const { t } = useTranslation("elections");
  const { percent, number, list } = useFormats();
  const weightsOf = (kind: WeightWarning["kind"]) =>
    warnings.flatMap((each) => (each.kind === kind && "weight" in each ? [number(each.weight)] : []));
  const said: string[] = [];
  for (const warning of warnings) {
    if (warning.kind === "few-voters") said.push(t("roll.weights.few", { count: warning.voters }));
    if (warning.kind === "dominant-voter") {
      const share = percent(warning.shareInHundredths / 10_000);
      said.push(t("roll.weights.dominant", { count: warning.weight, share }));
    }
  }
  const [unique, rare] = [weightsOf("unique-weight"), weightsOf("rare-weight")];
  if (unique.length > 0) said.push(t("roll.weights.unique", { weights: list(unique) }));
  if (rare.length > 0) said.push(t("roll.weights.rare", { weights: list(rare), k: smallestClass }));
  const worst = worstGuess(warnings);
  if (worst !== undefined) {
    const guessed = percent(worst.guessedInHundredths / 10_000);
    const certain = percent(worst.certainInHundredths / 10_000);
    said.push(t("roll.weights.guessed", { count: worst.weight, guessed, certain }));
  }
  return said;
}

function worstGuess(warnings: readonly WeightWarning[]) {
  return warnings
    .flatMap((each) => (each.kind === "choice-guessed" ? [each] : []))
    .sort((left, right) => right.guessedInHundredths - left.guessedInHundredths)[0];
}
