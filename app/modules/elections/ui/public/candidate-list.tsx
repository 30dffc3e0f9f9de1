// Who stands, in alphabetical order, each with the same space.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Icon } from "#app/ui/icon.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCandidate } from "../../links.ts";
import type { CandidateView } from "../../queries/elections.server.ts";
import { BiographyText } from "./biography-text.tsx";
import { CandidateNote } from "./candidate-note.tsx";

export function CandidateList({ candidates }: { readonly candidates: readonly CandidateView[] }) {
  const alphabetical = [...candidates].sort((left, right) => left.name.localeCompare(right.name, "es"));
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {alphabetical.map((candidate) => (
        <Candidate key={candidate.position} candidate={candidate} />
      ))}
    </ul>
  );
}

function Candidate({ candidate }: { readonly candidate: CandidateView }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const hasBiography = inLanguage(candidate.biography, language) !== "";
  return (
    <li className="avoid-break min-h-28 rounded-lg border border-line bg-raised p-4">
      <h4 className="text-lg font-semibold leading-snug">{candidate.name}</h4>
      <p className="min-h-5 text-sm text-ink-soft">
        <CandidateNote candidate={candidate} />
      </p>
      {hasBiography ? (
        <details className="group mt-1 text-sm">
          <summary className="link inline-flex min-h-target items-center gap-1">
            <Icon name="chevronDown" className="transition-transform group-open:rotate-180" />
            {t("booth.ballot.biography")}
            <span className="sr-only"> {candidate.name}</span>
          </summary>
          <BiographyText biography={candidate.biography} language={language} />
        </details>
      ) : (
        <p className="mt-1 text-sm text-ink-soft">{t("public.candidates.noBiography")}</p>
      )}
      {candidate.candidacyId === null ? null : (
        <TextLink to={linkToCandidate(candidate.candidacyId)} className="mt-1 inline-block py-1 text-sm">
          {t("public.candidates.more")}
          <span className="sr-only"> {candidate.name}</span>
        </TextLink>
      )}
    </li>
  );
}
