// Requests for legacy entities, the newest first: what stands of each, and sending or revoking its password.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { ClaimStanding } from "../domain/legacy-claim.ts";
import type { ClaimOnDesk } from "../queries/legacy-desk.server.ts";

const tones = {
  requested: "warning",
  issued: "info",
  expired: "danger",
  "used-up": "danger",
  claimed: "success",
  revoked: "neutral",
} as const satisfies Record<ClaimStanding, string>;

export function ClaimList({ claims }: { readonly claims: readonly ClaimOnDesk[] }) {
  const { t } = useTranslation("legacy-claims");
  if (claims.length === 0) return <EmptyState title={t("desk.noClaims")} />;
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {claims.map((claim) => (
        <li key={claim.claimId} className="flex">
          <Card level={3} title={`${claim.organizationName} (${claim.ownerId})`} className="flex-1">
            <Claim claim={claim} />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Claim({ claim }: { readonly claim: ClaimOnDesk }) {
  const { t } = useTranslation("legacy-claims");
  const { standing, issuedAt, expiresAt, endedAt } = claim;
  const moment = (term: string, at: string | null) =>
    at === null ? [] : [{ term: t(`desk.${term}`), description: <Instant at={at} /> }];
  return (
    <>
      <p className="mb-3">
        <Badge tone={tones[standing]}>{t(`standings.${standing}`)}</Badge>
      </p>
      <DefinitionList
        entries={[
          { term: t("userId"), description: `${claim.userName} (${claim.userId})` },
          { term: t("desk.requestedBy"), description: claim.requestedBy },
          { term: t("desk.evidence"), description: <span className="break-words">{claim.evidence}</span> },
          { term: t("desk.openedBy"), description: claim.openedByName },
          ...moment("openedAt", claim.openedAt),
          ...moment("issuedAt", issuedAt),
          ...(standing === "issued" || standing === "expired" ? moment("expiresAt", expiresAt) : []),
          ...(standing === "issued" ? [{ term: t("desk.triesLeft"), description: claim.triesLeft }] : []),
          ...moment("endedAt", endedAt),
        ]}
      />
      {claim.isOpen ? <Buttons claim={claim} /> : null}
    </>
  );
}

function Buttons({ claim }: { readonly claim: ClaimOnDesk }) {
  const { t } = useTranslation("legacy-claims");
  const names = { ownerId: claim.ownerId, userId: claim.userId };
  return (
    <Form method="post" className="mt-4 flex flex-wrap gap-3">
      <input type="hidden" name="claimId" value={claim.claimId} />
      <SubmitButton name="act" value="issue" aria-label={t("desk.issueFor", names)}>
        {t(claim.standing === "requested" ? "desk.issue" : "desk.issueAgain")}
      </SubmitButton>
      <SubmitButton name="act" value="revoke" variant="secondary" aria-label={t("desk.revokeFor", names)}>
        {t("desk.revoke")}
      </SubmitButton>
    </Form>
  );
}
