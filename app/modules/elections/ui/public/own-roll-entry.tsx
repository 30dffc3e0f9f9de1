// A member's own entry on the roll: the votes and where they come from, in words and as a picture, and the proof that the entry is in the roll.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { VotesExplained } from "#app/modules/membership/index.ts";
import type { VotesExplanation } from "#app/modules/membership/index.ts";
import type { RollProof } from "#app/lib/roll-proof/index.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { CheckedProof } from "./checked-proof.tsx";
import { VotesPicture } from "./votes-picture.tsx";

export interface OwnRollEntryProps {
  readonly proof: RollProof;
  /** How the proof becomes a file: behind an account a link, behind a mailed code a button. */
  readonly download: ReactNode;
}

interface PrivatePart {
  readonly holdings?: Partial<VotesExplanation>;
  readonly standing?: VotesExplanation["standing"] | null;
  readonly contact?: { readonly name: string; readonly email: string };
}

export function OwnRollEntry({ proof, download }: OwnRollEntryProps) {
  const { t } = useTranslation("elections");
  const hidden = proof.private as PrivatePart;
  const explanation = explanationOf(hidden);
  const { votes, name } = proof.public;
  return (
    <div className="space-y-10">
      <Panel tone="success" title={t("roll.own.votes", { count: votes, name })}>
        <p>{t("roll.own.frozen")}</p>
      </Panel>
      {explanation === undefined ? null : (
        <Section title={t("roll.own.why")} lead={t("roll.own.whyLead")}>
          <div className="space-y-6">
            <VotesPicture explanation={explanation} votes={votes} />
            <VotesExplained explanation={explanation} />
            <StandingExamined explanation={explanation} />
            <Blocks blocks={explanation.blocks ?? []} />
          </div>
        </Section>
      )}
      <Section title={t("roll.own.contact")} lead={t("roll.own.contactLead")}>
        <DefinitionList
          entries={[
            { term: t("roll.own.contactName"), description: hidden.contact?.name },
            { term: t("roll.own.contactEmail"), description: hidden.contact?.email },
          ]}
        />
      </Section>
      <Section title={t("roll.own.proof")} lead={t("roll.own.proofLead")} actions={download}>
        <CheckedProof proof={proof} />
      </Section>
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly string[] }) {
  const { t } = useTranslation("elections");
  if (blocks.length === 0) return null;
  return (
    <details>
      <summary className="min-h-touch cursor-pointer py-2 font-semibold">
        {t("roll.own.blocks", { count: blocks.length })}
      </summary>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 font-mono text-sm">
        {blocks.map((block) => (
          <li key={block}>{block}</li>
        ))}
      </ul>
    </details>
  );
}

/** The explanation as membership shows it, if the roll keeps one of that form: a simulated roll keeps none. */
function explanationOf({ holdings, standing }: PrivatePart): VotesExplanation | undefined {
  const isKnown = holdings?.rules !== undefined && holdings.ipv4Addresses !== undefined && (standing ?? null) !== null;
  return isKnown ? ({ ...holdings, standing } as VotesExplanation) : undefined;
}

function StandingExamined({ explanation }: { readonly explanation: VotesExplanation }) {
  const { t } = useTranslation("elections");
  const { examined = [], reasonsNot } = explanation.standing;
  if (examined.length === 0) return null;
  return (
    <div className="max-w-text">
      <p className="font-semibold">{t("roll.own.examined")}</p>
      <ul className="mt-1 list-disc space-y-0.5 ps-5">
        {examined.map((condition) => (
          <li key={condition}>
            {t(`roll.own.conditions.${condition}`)}:{" "}
            {t(reasonsNot.includes(condition) ? "roll.own.no" : "roll.own.yes")}
          </li>
        ))}
      </ul>
    </div>
  );
}
