// The elections of the front page: what is open first.
import { useTranslation } from "react-i18next";
import { ElectionCard } from "#app/modules/elections/index.ts";
import type { ElectionSummary } from "#app/modules/elections/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

export function PublicElections({ elections }: { readonly elections: readonly ElectionSummary[] }) {
  const { t } = useTranslation();
  const openFirst = [...elections].sort((one, other) => Number(other.phase === "open") - Number(one.phase === "open"));
  return (
    <Section
      title={t("front.elections.title")}
      actions={
        elections.length > 0 ? (
          <TextLink to="/elections" className="inline-flex min-h-touch items-center">
            {t("front.seeAll")}
          </TextLink>
        ) : null
      }
    >
      {elections.length === 0 ? (
        <EmptyState title={t("front.elections.none")}>{t("front.elections.noneText")}</EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {openFirst.map((election) => (
            <li key={election.id}>
              <ElectionCard election={election} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
