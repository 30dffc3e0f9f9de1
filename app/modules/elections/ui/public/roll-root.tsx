// What holds the roll together: its root and version, who signed it, how often it was changed, and how to compute the root without us.
import { useTranslation } from "react-i18next";
import { Code } from "#app/ui/code.tsx";
import { Day } from "#app/ui/day.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { recomputeRootProgram } from "../../domain/recompute-root.ts";
import { linkToDelegations, linkToOwnRollEntry, linkToRollChanges, linkToRollFile } from "../../links.ts";
import type { RollSignatures } from "../../queries/roll-signatures.server.ts";
import type { RollRules } from "../../queries/roll-rules.server.ts";

export interface RollState {
  readonly changes: number;
  readonly signatures: RollSignatures;
  readonly rules: RollRules | null;
}

export interface RollRootProps {
  readonly election: { readonly id: string; readonly rollRoot: string | null };
  readonly state: RollState;
}

export function RollRoot({ election, state }: RollRootProps) {
  const { t } = useTranslation("elections");
  if (election.rollRoot === null) return null;
  return (
    <Section title={t("roll.root.title")} lead={t("roll.root.lead")}>
      <div className="space-y-6">
        <RootFacts election={election} state={state} />
        <div className="flex flex-wrap gap-3">
          <LinkButton reloadDocument download to={linkToRollFile(election.id, "csv")}>
            {t("roll.root.csv")}
          </LinkButton>
          <LinkButton reloadDocument download to={linkToRollFile(election.id, "json")}>
            {t("roll.root.json")}
          </LinkButton>
          <LinkButton to={linkToOwnRollEntry(election.id)}>{t("roll.root.own")}</LinkButton>
          <LinkButton to={linkToDelegations(election.id)}>{t("roll.root.mandates")}</LinkButton>
        </div>
        <details>
          <summary className="min-h-touch cursor-pointer py-2 font-semibold">{t("roll.root.recompute")}</summary>
          <p className="mt-1 mb-3 max-w-text text-sm">{t("roll.root.recomputeHow")}</p>
          <Code isBlock value={`node -e '${recomputeRootProgram}'`} label={t("public.verify.command")} />
        </details>
      </div>
    </Section>
  );
}

function RootFacts({ election, state }: RollRootProps) {
  const { t } = useTranslation("elections");
  const { signatures, version, needed } = state.signatures;
  return (
    <DefinitionList
      entries={[
        {
          term: t("roll.proof.root"),
          description: <Code value={election.rollRoot ?? ""} label={t("roll.proof.root")} />,
        },
        { term: t("roll.proof.version"), description: version },
        {
          term: t("roll.root.changes"),
          description: (
            <TextLink to={linkToRollChanges(election.id)}>{t("roll.root.changed", { count: state.changes })}</TextLink>
          ),
        },
        {
          term: t("roll.root.signed"),
          description:
            signatures.length === 0 ? (
              t("roll.root.nobody", { needed })
            ) : (
              <ul>
                {signatures.map(({ trustee, name, signedAt }) => (
                  <li key={trustee}>
                    {name}, <Instant at={signedAt} />
                  </li>
                ))}
              </ul>
            ),
        },
        ...(state.rules === null
          ? []
          : [
              {
                term: t("roll.root.rules"),
                description: (
                  <>
                    {state.rules.source} ({t("roll.root.since")} <Day day={state.rules.effectiveFrom} />)
                  </>
                ),
              },
            ]),
      ]}
    />
  );
}
