// Delegations that wait for this person's answer, and those that she gave and can take back; where it is too late, why.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToDelegations } from "../links.ts";
import type { Obstacle, ShownDelegation } from "../queries/my-mandates.server.ts";

interface Listed {
  readonly delegations: readonly ShownDelegation[];
}

export function OfferedDelegations({ delegations }: Listed) {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  return (
    <Cards delegations={delegations}>
      {({ id, grantedByName, electionId, electionTitle, grantedAt, obstacle }) => (
        <>
          <p>{t("offer.text", { by: grantedByName, election: inLanguage(electionTitle, language) })}</p>
          <p className="text-sm text-ink-soft">
            <Instant at={grantedAt} />
          </p>
          <WhyNot electionId={electionId} obstacle={obstacle} />
          <Form method="post" className="mt-4 flex flex-wrap gap-3">
            <input type="hidden" name="delegationId" value={id} />
            {obstacle === null ? (
              <SubmitButton name="act" value="accept">
                {t("offer.accept")}
              </SubmitButton>
            ) : null}
            <SubmitButton name="act" value="decline" variant="secondary">
              {t("offer.decline")}
            </SubmitButton>
          </Form>
        </>
      )}
    </Cards>
  );
}

export function GivenDelegations({ delegations }: Listed) {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  return (
    <Cards delegations={delegations}>
      {({ id, state, delegateName, delegateUserId, electionId, electionTitle, obstacle }) => (
        <>
          <p>
            <Badge tone={state === "accepted" ? "success" : "warning"}>{t(`states.${state}`)}</Badge>
          </p>
          <p className="mt-2">
            {t("given.text", {
              delegate: `${delegateName} (${delegateUserId})`,
              election: inLanguage(electionTitle, language),
            })}
          </p>
          {/* What only waits for an answer changes nothing on the roll, so it is always taken back. */}
          {state === "accepted" && obstacle !== null ? (
            <WhyNot electionId={electionId} obstacle={obstacle} />
          ) : (
            <Form method="post" className="mt-4">
              <input type="hidden" name="delegationId" value={id} />
              <SubmitButton name="act" value="revoke" variant="secondary">
                {t("given.revoke")}
              </SubmitButton>
            </Form>
          )}
        </>
      )}
    </Cards>
  );
}

function Cards({ delegations, children }: Listed & { readonly children: (delegation: ShownDelegation) => ReactNode }) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {delegations.map((delegation) => (
        <li key={delegation.id} className="flex">
          <Card level={3} title={delegation.organizationName} className="flex-1">
            {children(delegation)}
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** Why a mandate does not change hands now, and where the rules are. */
export function WhyNot({ electionId, obstacle }: { readonly electionId: string; readonly obstacle: Obstacle | null }) {
  const { t } = useTranslation("mandates");
  if (obstacle === null) return null;
  return (
    <p className="mt-2 max-w-text">
      {t(`refusals.${obstacle.code}`)} <TextLink to={linkToDelegations(electionId)}>{t("my.rules")}</TextLink>
    </p>
  );
}
