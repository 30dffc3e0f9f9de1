// One claim with its answer, as the public and its own member read it.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "#app/ui/card.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Panel } from "#app/ui/panel.tsx";
import type { ClaimView } from "../domain/claim-view.ts";
import { ClaimStateBadge } from "./claim-state-badge.tsx";
import { PublicText } from "./public-text.tsx";

export interface ClaimCardProps {
  readonly claim: ClaimView;
  /** The place of its title in the outline of the page. */
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}

export function ClaimCard({ claim, level = 3, children }: ClaimCardProps) {
  const { t } = useTranslation("claims");
  const { number, kind, ground, state, filedAt, decidedAt, decideBy, subjectLabel } = claim;
  const isOpen = state === "filed" || state === "under-review";
  return (
    <Card
      level={level}
      title={t("card.title", { number, kind: t(`kinds.${kind}`) })}
      aside={<ClaimStateBadge state={state} />}
    >
      <p className="font-semibold">
        {t(`grounds.${ground}`)}
        {subjectLabel === "" ? null : `: ${subjectLabel}`}
      </p>
      <p className="text-sm text-ink-soft">
        {t("card.filedAt")} <Instant at={filedAt} isUtcOnly />
        {isOpen && decideBy !== null ? (
          <>
            {" · "}
            {t("card.decideBy")} <Instant at={decideBy} />
          </>
        ) : null}
        {decidedAt === null ? null : (
          <>
            {" · "}
            {t("card.decidedAt")} <Instant at={decidedAt} isUtcOnly />
          </>
        )}
      </p>
      <div className="mt-4 space-y-4">
        {children ?? <PublicWords claim={claim} />}
        {claim.reasons === null ? null : <Answer claim={claim} reasons={claim.reasons} />}
        {claim.followUp === null ? null : (
          <Panel title={t("card.followUp")}>
            <p lang={claim.language} className="whitespace-pre-line">
              {claim.followUp}
            </p>
          </Panel>
        )}
      </div>
    </Card>
  );
}

function PublicWords({ claim: { publication, publicText, language, state } }: { readonly claim: ClaimView }) {
  const { t } = useTranslation("claims");
  if (publicText !== null) return <PublicText parts={publicText} language={language} />;
  if (state === "withdrawn") return null;
  return (
    <p className="text-sm text-ink-soft">{t(`public.${publication === "withheld" ? "withheld" : "undecided"}`)}</p>
  );
}

function Answer({ claim: { state, language }, reasons }: { readonly claim: ClaimView; readonly reasons: string }) {
  const { t } = useTranslation("claims");
  return (
    <Panel
      tone={state === "upheld" ? "success" : "info"}
      title={t(state === "upheld" ? "card.upheld" : "card.rejected")}
    >
      <p lang={language} className="whitespace-pre-line">
        {reasons}
      </p>
    </Panel>
  );
}
