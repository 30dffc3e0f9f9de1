// The facts of an election as both desks show them: times, roll, key, fingerprints.
import { useTranslation } from "react-i18next";
import { readInstant } from "#app/lib/instants/index.ts";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Definition } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { ElectionAtDesk } from "../../queries/commission-view.server.ts";

export function ElectionFacts({ election }: { readonly election: ElectionAtDesk }) {
  const { t } = useTranslation("elections");
  const { number, day } = useFormats();
  const rollInstant = readInstant(election.rollDate);
  const rollDay = rollInstant === undefined ? election.rollDate : day(rollInstant);
  const entries: Definition[] = [
    { term: t("desk.facts.body"), description: t(`desk.bodies.${election.body}`) },
    { term: t("desk.facts.opensAt"), description: <Instant at={election.opensAt} /> },
    { term: t("desk.facts.closesAt"), description: <Instant at={election.closesAt} /> },
    { term: t("desk.facts.candidates"), description: election.candidates.map(({ name }) => name).join(" · ") },
    {
      term: t("desk.facts.ballot"),
      description: t("desk.facts.choices", {
        min: election.minChoices,
        max: election.maxChoices,
        blank: election.allowsBlank ? "yes" : "no",
      }),
    },
    { term: t("desk.facts.group"), description: election.group },
    {
      term: t("desk.facts.roll"),
      description:
        election.rollFrozenAt === null
          ? t("desk.facts.rollDate", { day: rollDay })
          : t("desk.facts.rollFrozen", {
              organizations: number(election.rollOrganizations),
              votes: number(election.rollVotes),
              day: rollDay,
            }),
    },
  ];
  if (election.rollRoot !== null) {
    entries.push({
      term: t("desk.facts.rollRoot"),
      description: <Code value={election.rollRoot} label={t("desk.facts.rollRoot")} />,
    });
  }
  if (election.lastEventHash !== null) {
    entries.push({
      term: t("desk.facts.lastEvent"),
      description: <Code value={election.lastEventHash} label={t("desk.facts.lastEvent")} />,
    });
  }
  return <DefinitionList entries={entries} />;
}
