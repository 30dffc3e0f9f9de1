// One dress rehearsal: what the reader has to do in it, what it has shown so far, and who signed the report.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ElectionPhase } from "#app/modules/elections/index.ts";
import { linkToBooth, linkToCommissionDesk, linkToElection } from "#app/modules/elections/index.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { Part } from "../domain/parts.ts";
import type { CheckOutcome, RehearsalCheck } from "../domain/report.ts";
import { isComplete } from "../domain/report.ts";

export interface RehearsalAtHand {
  readonly id: string;
  readonly begunAt: string;
  readonly closesAt: string;
  readonly phase: ElectionPhase;
  readonly contests: readonly {
    readonly title: Trilingual;
    readonly kind: string;
    readonly answers: readonly string[];
  }[];
  readonly checks: readonly RehearsalCheck[];
  readonly reportHash: string | null;
  readonly signatures: readonly { readonly name: string; readonly signedAt: string }[];
  readonly hasSigned: boolean;
  readonly part: Part | null;
}

interface RehearsalReportProps {
  readonly rehearsal: RehearsalAtHand;
  readonly maySign: boolean;
}

export function RehearsalReport({ rehearsal, maySign }: RehearsalReportProps) {
  const { t } = useTranslation("dress-rehearsals");
  return (
    <Section
      title={
        <>
          {t("of")} <Instant at={rehearsal.begunAt} />
        </>
      }
      actions={
        <>
          <LinkButton size="small" to={linkToCommissionDesk(rehearsal.id)}>
            {t("toDesk")}
          </LinkButton>
          <LinkButton size="small" to={linkToElection(rehearsal.id)}>
            {t("toElection")}
          </LinkButton>
        </>
      }
    >
      <div className="space-y-6">
        <OwnPart rehearsal={rehearsal} />
        <Checks checks={rehearsal.checks} />
        <Signatures rehearsal={rehearsal} maySign={maySign} />
      </div>
    </Section>
  );
}

/** What the reader is asked to vote. A part is no secret: it is how the result can be compared. */
function OwnPart({ rehearsal: { id, part, contests, phase } }: Pick<RehearsalReportProps, "rehearsal">) {
  const { t } = useTranslation("dress-rehearsals");
  const language = useLanguage();
  if (part === null || phase === "result" || phase === "counting" || phase === "cancelled") return null;
  return (
    <Panel tone="info" title={t("part.title")}>
      <p>{t("part.text")}</p>
      <ul className="list-disc space-y-1 ps-5">
        {contests.map(({ title, kind, answers }, contest) => {
          const chosen = part[contest] ?? [];
          const names = chosen.map((position) =>
            kind === "question" ? t(`part.answers.${position}`) : (answers[position] ?? ""),
          );
          return (
            <li key={contest}>
              {inLanguage(title, language)}: <strong>{chosen.length === 0 ? t("part.blank") : names.join(", ")}</strong>
            </li>
          );
        })}
      </ul>
      {phase === "open" ? (
        <p>
          <LinkButton to={linkToBooth(id)} variant="primary">
            {t("part.vote")}
          </LinkButton>
        </p>
      ) : (
        <p>{t("part.later")}</p>
      )}
    </Panel>
  );
}

const tones: Record<CheckOutcome, Tone> = {
  passed: "success",
  failed: "danger",
  noticed: "warning",
  waiting: "neutral",
};

function Checks({ checks }: { readonly checks: readonly RehearsalCheck[] }) {
  const { t } = useTranslation("dress-rehearsals");
  const { list } = useFormats();
  // Why not in the report: it is signed by its hash, and has the languages by their codes.
  const missingNames = (codes: string) => list(codes.split(", ").map((code) => t(`languages.${code}`)));
  return (
    <ul className="divide-y divide-line border-y border-line">
      {checks.map(({ code, outcome, details }) => (
        <li key={code} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[7rem_1fr]">
          <div>
            <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
          </div>
          <div className="max-w-text">
            <p className="font-semibold">{t(`checks.${code}.title`)}</p>
            <p>
              {t(`checks.${code}.${outcome}`, {
                ...details,
                ...(details["missing"] ? { missing: missingNames(String(details["missing"])) } : {}),
              })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Signatures({ rehearsal, maySign }: RehearsalReportProps) {
  const { t } = useTranslation("dress-rehearsals");
  const { checks, signatures, hasSigned, reportHash, id } = rehearsal;
  return (
    <div className="space-y-3">
      {signatures.length === 0 ? null : (
        <ul className="space-y-1">
          {signatures.map(({ name, signedAt }) => (
            <li key={name}>
              {t("signedBy", { name })} <Instant at={signedAt} />
            </li>
          ))}
        </ul>
      )}
      {reportHash === null ? null : (
        <p>
          {t("hash")} <Code value={reportHash} label={t("hash")} />
        </p>
      )}
      {maySign && !hasSigned && isComplete(checks) ? (
        <Form method="post">
          <input type="hidden" name="intent" value="sign" />
          <input type="hidden" name="rehearsalId" value={id} />
          <SubmitButton>{t("sign")}</SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
