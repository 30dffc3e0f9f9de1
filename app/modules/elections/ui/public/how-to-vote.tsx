// How one votes, in six steps, for everybody from the day the election is announced until it closes.
// Source: CM/Rec(2017)5 no. 32: the public is told early and simply how to take part.
import { useTranslation } from "react-i18next";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { ElectionPhase } from "../../domain/phase.ts";
import { linkToRoll } from "../../links.ts";

export interface HowToVoteProps {
  readonly election: {
    readonly id: string;
    readonly phase: ElectionPhase;
    readonly electorate: "organizations" | "individuals";
  };
}

/** Phases in which somebody still votes. */
const phases: readonly ElectionPhase[] = ["draft", "preparing", "sealed", "open"];

const steps = ["mail", "enter", "choose", "cast", "tracker"] as const;

export function HowToVote({ election: { id, phase, electorate } }: HowToVoteProps) {
  const { t } = useTranslation("elections");
  if (!phases.includes(phase)) return null;
  return (
    <Section id="how-to-vote" title={t("howToVote.title")} lead={t("howToVote.lead")}>
      <ol className="max-w-text list-decimal space-y-3 ps-6 marker:font-semibold">
        <li>
          {t(`howToVote.who.${electorate}`)}{" "}
          {phase === "draft" ? null : <TextLink to={linkToRoll(id)}>{t("public.rollAndBox.toRoll")}</TextLink>}
        </li>
        {steps.map((step) => (
          <li key={step}>{t(`howToVote.${step}`)}</li>
        ))}
      </ol>
      <p className="mt-4 max-w-text">{t("howToVote.help")}</p>
    </Section>
  );
}
