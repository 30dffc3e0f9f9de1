// One line of the ballot: a candidate, or the blank vote. Every line has the same space and the same weight on the page.
// Source: OSCE/ODIHR (equal space for every candidate); VVSG 2.0 §7.3-B.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { classes } from "#app/ui/classes.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { CandidateView } from "../../queries/elections.server.ts";
import { BiographyText } from "../public/biography-text.tsx";
import { CandidateNote } from "../public/candidate-note.tsx";

export interface ChoiceMarkProps {
  readonly isChosen: boolean;
  /** One of several, or any number of them. */
  readonly isSingle: boolean;
  /** The contest's group of marks. */
  readonly name: string;
  /** Explains the limits; the control is tied to it. */
  readonly describedBy: string;
  readonly onToggle: () => void;
}

export function CandidateChoice({ candidate, ...mark }: ChoiceMarkProps & { readonly candidate: CandidateView }) {
  return (
    <ChoiceCard {...mark} title={candidate.name} note={<CandidateNote candidate={candidate} />}>
      <Biography candidate={candidate} />
    </ChoiceCard>
  );
}

/** Yes, no, or an abstention. */
export function AnswerChoice({ title, ...mark }: ChoiceMarkProps & { readonly title: string }) {
  return <ChoiceCard {...mark} title={title} isCompact />;
}

export function BlankChoice(mark: ChoiceMarkProps) {
  const { t } = useTranslation("elections");
  return <ChoiceCard {...mark} title={t("booth.ballot.blank")} note={t("booth.ballot.blankNote")} />;
}

interface ChoiceCardProps extends ChoiceMarkProps {
  readonly title: string;
  readonly note?: ReactNode;
  /** Nothing to say besides the title. */
  readonly isCompact?: boolean;
  readonly children?: ReactNode;
}

function ChoiceCard(props: ChoiceCardProps) {
  const { title, note, isCompact = false, isChosen, isSingle, name, describedBy, onToggle, children } = props;
  return (
    <li
      className={classes(
        isCompact ? "min-h-14" : "min-h-24",
        "flex flex-col rounded-lg border-2 border-line-strong bg-raised has-checked:border-accent has-checked:bg-accent-soft hover:border-ink has-checked:hover:border-accent-strong",
      )}
    >
      <label className="flex flex-1 cursor-pointer items-start gap-3.5 px-4 py-3.5">
        <input
          type={isSingle ? "radio" : "checkbox"}
          name={name}
          checked={isChosen}
          onChange={onToggle}
          aria-describedby={describedBy}
          className="mt-0.5 size-6 shrink-0 scroll-mb-40 scroll-mt-28 accent-accent"
        />
        <span className="min-w-0">
          <span className="block text-lg font-semibold leading-snug">{title}</span>
          {isCompact ? null : <span className="block min-h-5 text-sm text-ink-soft">{note}</span>}
        </span>
      </label>
      {children}
    </li>
  );
}

/** The candidate's own words; where they are missing the place says so, so that nobody gets more room than another. */
function Biography({ candidate }: { readonly candidate: CandidateView }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const text = inLanguage(candidate.biography, language);
  if (text === "") return <p className="px-4 pb-3 ps-14 text-sm text-ink-soft">{t("public.candidates.noBiography")}</p>;
  return (
    <details className="group px-4 pb-2 ps-14 text-sm">
      <summary className="link inline-flex min-h-target scroll-mb-40 items-center gap-1">
        <Icon name="chevronDown" className="transition-transform group-open:rotate-180" />
        {t("booth.ballot.biography")}
        <span className="sr-only"> {candidate.name}</span>
      </summary>
      <BiographyText biography={candidate.biography} language={language} />
    </details>
  );
}
