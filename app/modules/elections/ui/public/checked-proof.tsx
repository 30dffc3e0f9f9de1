// Checks the proof of a roll entry in this browser, check by check; the reader may paste a root that she noted elsewhere.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RollProof, RollProofReport } from "#app/lib/roll-proof/index.ts";
import { verifyRollProof } from "#app/lib/roll-proof/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const tones = { passed: "success", failed: "danger", "not-asked": "neutral" } as const;

export function CheckedProof({ proof }: { readonly proof: RollProof }) {
  const { t } = useTranslation("elections");
  const [noted, setNoted] = useState("");
  const [report, setReport] = useState<RollProofReport>();
  // Why in an effect: the browser checks, not the server that made the proof.
  useEffect(() => {
    setReport(verifyRollProof(proof, noted.trim() === "" ? undefined : noted));
  }, [proof, noted]);
  return (
    <div className="space-y-5">
      <div role="status" className="space-y-3">
        {report === undefined ? <p>{t("roll.proof.checking")}</p> : <Answer report={report} />}
      </div>
      <div className={noted.trim() === "" ? "no-print" : undefined}>
        <TextField
          name="noted-root"
          label={t("roll.proof.noted")}
          description={t("roll.proof.notedHint")}
          isOptional
          value={noted}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setNoted(event.target.value)}
        />
      </div>
      <DefinitionList
        entries={[
          { term: t("roll.proof.root"), description: <Code value={proof.root} label={t("roll.proof.root")} /> },
          {
            term: t("roll.proof.place"),
            description: t("roll.proof.placeOf", { place: proof.index + 1, size: proof.size }),
          },
          { term: t("roll.proof.version"), description: proof.rollVersion },
          { term: t("roll.proof.salt"), description: <Code value={proof.salt} label={t("roll.proof.salt")} /> },
        ]}
      />
      <details>
        <summary className="min-h-touch cursor-pointer py-2 font-semibold">{t("roll.proof.whole")}</summary>
        <pre className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 text-xs" tabIndex={0}>
          {JSON.stringify(proof, null, 2)}
        </pre>
      </details>
      <p className="max-w-text text-sm text-ink-soft">{t("roll.proof.elsewhere")}</p>
      <Code
        isBlock
        value="npm run -s plenaria -- election roll-proof roll-proof.json"
        label={t("public.verify.command")}
      />
    </div>
  );
}

function Answer({ report }: { readonly report: RollProofReport }) {
  const { t } = useTranslation("elections");
  return (
    <>
      <Panel
        tone={report.isValid ? "success" : "danger"}
        title={t(report.isValid ? "roll.proof.holds" : "roll.proof.fails")}
      >
        {report.isValid ? null : <p>{t("roll.proof.failsWhat")}</p>}
      </Panel>
      <ul className="space-y-3">
        {report.checks.map(({ check, outcome }) => (
          <li key={check} className="grid gap-x-3 gap-y-1 sm:grid-cols-[8rem_1fr]">
            <div>
              <Badge tone={tones[outcome]}>{t(`roll.proof.outcomes.${outcome}`)}</Badge>
            </div>
            <p>{t(`roll.proof.checks.${check}`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
