// Delegations that wait for this person's answer, and those that she gave and can take back.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { ShownDelegation } from "../queries/my-mandates.server.ts";

export function OfferedDelegations({ delegations }: { readonly delegations: readonly ShownDelegation[] }) {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {delegations.map((delegation) => (
        <li key={delegation.id} className="flex">
          <Card level={3} title={delegation.organizationName} className="flex-1">
            <p>
              {t("offer.text", {
                by: delegation.grantedByName,
                election: inLanguage(delegation.electionTitle, language),
              })}
            </p>
            <p className="text-sm text-ink-soft">
              <Instant at={delegation.grantedAt} />
            </p>
            <Form method="post" className="mt-4 flex flex-wrap gap-3">
              <input type="hidden" name="delegationId" value={delegation.id} />
              <SubmitButton name="act" value="accept">
                {t("offer.accept")}
              </SubmitButton>
              <SubmitButton name="act" value="decline" variant="secondary">
                {t("offer.decline")}
              </SubmitButton>
            </Form>
          </Card>
        </li>
      ))}
    </ul>
  );
}

export function GivenDelegations({ delegations }: { readonly delegations: readonly ShownDelegation[] }) {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {delegations.map((delegation) => (
        <li key={delegation.id} className="flex">
          <Card level={3} title={delegation.organizationName} className="flex-1">
            <p>
              <Badge tone={delegation.state === "accepted" ? "success" : "warning"}>
                {t(`states.${delegation.state}`)}
              </Badge>
            </p>
            <p>
              {t("given.text", {
                delegate: `${delegation.delegateName} (${delegation.delegateUserId})`,
                election: inLanguage(delegation.electionTitle, language),
              })}
            </p>
            <Form method="post" className="mt-4">
              <input type="hidden" name="delegationId" value={delegation.id} />
              <SubmitButton name="act" value="revoke" variant="secondary">
                {t("given.revoke")}
              </SubmitButton>
            </Form>
          </Card>
        </li>
      ))}
    </ul>
  );
}
