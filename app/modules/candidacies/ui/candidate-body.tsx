// Everything that voters read of one candidate. The public page and the candidate's preview are this same thing.
// Source: CM/Rec(2017)5 no. 5: the same information, the same space for every candidate.
import { useTranslation } from "react-i18next";
import { Country } from "#app/ui/country.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PublicCandidate } from "../domain/candidacy.ts";
import type { PublicWords } from "../domain/public-words.ts";
import { BiographyText } from "./biography-text.tsx";
import { CandidatePhoto } from "./candidate-photo.tsx";

export interface CandidateBodyProps {
  readonly candidate: PublicCandidate;
  readonly words: readonly PublicWords[];
}

export function CandidateBody({ candidate, words }: CandidateBodyProps) {
  const { t } = useTranslation("candidacies");
  const { list, region } = useFormats();
  return (
    <>
      <LeftTheList candidate={candidate} />
      <div className="grid gap-6 sm:grid-cols-[auto_1fr]">
        <CandidatePhoto candidate={candidate} isLarge />
        <DefinitionList
          entries={[
            { term: t("public.country"), description: <Country code={candidate.country} /> },
            {
              term: t("public.citizenships"),
              // Why the warning is suppressed: the browser's name for a country may be newer than the server's.
              description: <span suppressHydrationWarning>{list(candidate.citizenships.map(region))}</span>,
            },
            { term: t("public.employer"), description: candidate.employer },
            {
              term: t("public.nominatedBy"),
              description: candidate.isSelfNomination
                ? t("public.selfNomination", { organization: candidate.nominatedBy })
                : candidate.nominatedBy,
            },
            {
              term: t("public.endorsedBy"),
              description: candidate.endorsedBy.length === 0 ? t("public.nobody") : list(candidate.endorsedBy),
            },
            { term: t("public.links"), description: <Links links={candidate.links} /> },
          ]}
        />
      </div>
      <Section title={t("public.biography")}>
        <BiographyText biography={candidate.biography} />
      </Section>
      <Section title={t("public.words")} lead={t("public.wordsLead")}>
        <div className="space-y-5">
          {words.map(({ key, label, text }) => (
            <Words key={key} label={label} text={text} />
          ))}
        </div>
      </Section>
      <Section title={t("public.statement")}>
        <p className="max-w-text whitespace-pre-line break-words">{candidate.statement || t("public.noWords")}</p>
      </Section>
    </>
  );
}

function LeftTheList({ candidate: { withdrawnAt, struckAt } }: { readonly candidate: PublicCandidate }) {
  const { t } = useTranslation("candidacies");
  const at = withdrawnAt ?? struckAt;
  if (at === null) return null;
  return (
    <Panel tone="warning" title={t(withdrawnAt === null ? "public.struck" : "public.withdrawn")}>
      <p>
        <Instant at={at} />
      </p>
      <p>{t("public.leftHint")}</p>
    </Panel>
  );
}

function Words({ label, text }: { readonly label: PublicWords["label"]; readonly text: string }) {
  const { t, i18n } = useTranslation("candidacies");
  return (
    <div>
      <h3 className="font-semibold">{label[i18n.language as keyof typeof label] ?? label.es}</h3>
      <p className="max-w-text whitespace-pre-line break-words">{text || t("public.noWords")}</p>
    </div>
  );
}

function Links({ links }: { readonly links: readonly string[] }) {
  const { t } = useTranslation("candidacies");
  if (links.length === 0) return <>{t("public.nobody")}</>;
  return (
    <ul>
      {links.map((link) => (
        <li key={link}>
          <a href={link} rel="noopener noreferrer nofollow" className="link inline-block break-all py-0.5">
            {link.replace(/^https:\/\//, "").replace(/\/$/, "")}
          </a>
        </li>
      ))}
    </ul>
  );
}
