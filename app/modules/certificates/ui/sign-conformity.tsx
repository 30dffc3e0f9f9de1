// A commissioner's own word: her browser audits the bundle first, then she conforms or dissents, then her key signs.
import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { conformityStatement } from "#app/lib/audit-bundle/index.ts";
import type { Refusal } from "#app/lib/result/index.ts";
import { OnlyAwake, SignStatement } from "#app/modules/elections/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { Obstacle } from "../domain/obstacles.ts";
import type { OwnAudit } from "./use-own-audit.ts";
import { useOwnAudit } from "./use-own-audit.ts";

export interface SignConformityProps {
  readonly election: { readonly id: string; readonly group: string };
  /** The number of the person's seat; null: she holds no key. */
  readonly seat: number | null;
  readonly hasSigned: boolean;
  readonly obstacles: readonly Obstacle[];
}

export function SignConformity({ election, seat, hasSigned, obstacles }: SignConformityProps) {
  const { t } = useTranslation("certificates");
  const own = useOwnAudit(election.id);
  return (
    <Section title={t("sign.title")} lead={t("sign.lead")}>
      <div className="space-y-5">
        <Button onClick={() => void own.run()} isPending={own.isRunning}>
          {t("sign.check")}
        </Button>
        {own.isRunning ? <ProgressBar label={t("sign.checking")} /> : null}
        <StatusMessage tone="danger">{own.hasFailed ? t("sign.unreachable") : undefined}</StatusMessage>
        {own.audit === undefined ? null : <Checks audit={own.audit} />}
        {hasSigned ? <Panel tone="success">{t("sign.done")}</Panel> : null}
        {seat === null ? <Panel>{t("refusals.NO_SEAT")}</Panel> : null}
        {!hasSigned && obstacles[0] !== undefined ? <Panel>{t(`refusals.${obstacles[0]}`)}</Panel> : null}
        {seat !== null && !hasSigned && obstacles.length === 0 && own.audit?.evidence !== undefined ? (
          <OnlyAwake>{() => <Word election={election} seat={seat} evidence={own.audit?.evidence ?? ""} />}</OnlyAwake>
        ) : null}
      </div>
    </Section>
  );
}

function Checks({ audit: { verdict, evidence, checks } }: { readonly audit: OwnAudit }) {
  const { t } = useTranslation("certificates");
  const tones = { passed: "success", failed: "danger", unanchored: "warning", "not-applicable": "neutral" } as const;
  const verdictTones = { valid: "success", unanchored: "warning", invalid: "danger" } as const;
  return (
    <div className="space-y-3">
      <Panel tone={verdictTones[verdict]} title={t(`sign.verdict.${verdict}`)} />
      <ul className="max-w-text border-t border-line">
        {checks.map(({ name, outcome, code, detail }) => (
          <li key={name} className="border-b border-line py-2">
            <span className="flex flex-wrap items-center justify-between gap-3">
              <span className="font-semibold">{t(`checks.${name}`)}</span>
              <Badge tone={tones[outcome]}>{t(`sign.outcome.${outcome}`)}</Badge>
            </span>
            {/* The program's own words, in English: for whoever compares them with the command. */}
            <span lang="en" className="block break-words text-sm text-ink-soft">
              {code === undefined ? detail : `${code}: ${detail}`}
            </span>
          </li>
        ))}
      </ul>
      {evidence === undefined ? null : (
        <p>
          {t("bundle.evidence")}: <Code value={evidence} label={t("bundle.evidence")} />
        </p>
      )}
    </div>
  );
}

function Word({
  election,
  seat,
  evidence,
}: Pick<SignConformityProps, "election"> & { readonly seat: number; readonly evidence: string }) {
  const { t } = useTranslation("certificates");
  const fetcher = useFetcher<{ refusal?: Refusal }>();
  const [answer, setAnswer] = useState<"conform" | "dissent">("conform");
  const [reasons, setReasons] = useState("");
  const given = reasons.trim();
  const text = conformityStatement({ electionId: election.id, evidence, trustee: seat, answer, reasons: given });

  function send(signature: string): void {
    fetcher.submit({ intent: "sign", evidence, answer, reasons: given, signature }, { method: "post" });
  }

  return (
    <div className="space-y-5">
      <RadioGroup
        name="answer"
        label={t("sign.answer")}
        value={answer}
        onChange={(value) => setAnswer(value === "dissent" ? "dissent" : "conform")}
        options={[
          { value: "conform", label: t("sign.conform") },
          { value: "dissent", label: t("sign.dissent") },
        ]}
      />
      <TextArea
        name="reasons"
        label={t("sign.reasons")}
        description={t("sign.reasonsHint")}
        isOptional={answer === "conform"}
        value={reasons}
        onChange={(event) => setReasons(event.target.value)}
      />
      <SignStatement
        seat={{ electionId: election.id, index: seat }}
        group={election.group}
        text={text}
        actionLabel={t("sign.do")}
        onSigned={send}
      />
      <StatusMessage tone="danger">
        {fetcher.data?.refusal === undefined ? undefined : t(`refusals.${fetcher.data.refusal.code}`)}
      </StatusMessage>
    </div>
  );
}
