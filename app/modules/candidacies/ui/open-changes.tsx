// The proposals to change a published candidacy that wait for a second commissioner.
import { useTranslation } from "react-i18next";
import { linkToProposal } from "#app/modules/approvals/index.ts";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

export interface OpenChange {
  readonly id: string;
  readonly proposedByName: string;
  readonly kind: string;
}

export function OpenChanges({ changes }: { readonly changes: readonly OpenChange[] }) {
  const { t } = useTranslation("candidacies");
  if (changes.length === 0) return null;
  return (
    <Panel tone="warning" title={t("changes.waiting")}>
      <ul>
        {changes.map(({ id, kind, proposedByName }) => (
          <li key={id}>
            <TextLink to={linkToProposal(id)} className="inline-block py-1.5">
              {t(`changes.kinds.${kind}`)} · {proposedByName}
            </TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
