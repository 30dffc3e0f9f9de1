// Every change of a frozen roll, for everybody: what was and what is, why, and the two people who decided it.
import { useTranslation } from "react-i18next";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { Code } from "#app/ui/code.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Card } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { inLanguage } from "#app/platform/language/languages.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { RollWords } from "../../queries/roll-words.server.ts";
import type { RollChangeView } from "../../queries/roll-changes.server.ts";

export interface RollChangesProps {
  readonly changes: readonly RollChangeView[];
  /** What class and category are called. */
  readonly words: RollWords;
}

export function RollChanges({ changes, words }: RollChangesProps) {
  const { t } = useTranslation("elections");
  if (changes.length === 0) return <EmptyState title={t("roll.changes.none")}>{t("roll.changes.noneText")}</EmptyState>;
  return (
    <ol className="space-y-5">
      {changes.map((change) => (
        <li key={change.version}>
          <RollChange change={change} words={words} />
        </li>
      ))}
    </ol>
  );
}

function RollChange({ change, words }: { readonly change: RollChangeView; readonly words: RollWords }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const shown = (field: string, value: Json): Json => {
    if ((field !== "class" && field !== "category") || typeof value !== "string") return value;
    const names = words[field][value];
    return names === undefined ? value : inLanguage(names, language);
  };
  const person = (name: string, roles: readonly string[]) =>
    `${name} (${roles.map((role) => t(`roll.roles.${role}`)).join(", ")})`;
  return (
    <Card
      level={2}
      title={t(`roll.changes.kinds.${change.kind}`, { handle: change.handle })}
      aside={<Instant at={change.decidedAt} />}
    >
      <DefinitionList
        entries={[
          ...change.changes.map((each) => ({
            term: t(`approvals.fields.entry_${each.field}`),
            description: each.isPublic ? (
              <BeforeAfter before={shown(each.field, each.before)} after={shown(each.field, each.after)} />
            ) : (
              t("roll.changes.private")
            ),
          })),
          { term: t("roll.changes.reason"), description: <span className="whitespace-pre-line">{change.reason}</span> },
          { term: t("roll.changes.proposed"), description: person(change.proposedByName, change.proposedByRoles) },
          { term: t("roll.changes.approved"), description: person(change.approvedByName, change.approvedByRoles) },
          {
            term: t("roll.changes.roots", { version: change.version }),
            description: (
              <>
                <Code value={change.rootBefore} label={t("roll.changes.rootBefore")} />
                <span className="my-1 block">→</span>
                <Code value={change.root} label={t("roll.proof.root")} />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function BeforeAfter({ before, after }: { readonly before: Json; readonly after: Json }) {
  return (
    <>
      <del>
        <FieldValue value={before} />
      </del>{" "}
      →{" "}
      <ins className="font-semibold no-underline">
        <FieldValue value={after} />
      </ins>
    </>
  );
}

function FieldValue({ value }: { readonly value: Json }) {
  const { t } = useTranslation("elections");
  if (value === null || value === "") return <>–</>;
  if (typeof value === "boolean") return <>{t(value ? "roll.own.yes" : "roll.own.no")}</>;
  return <>{typeof value === "object" ? JSON.stringify(value) : String(value)}</>;
}
