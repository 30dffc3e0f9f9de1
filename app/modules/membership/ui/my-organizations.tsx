// The organisations that somebody acts for: the roles, the votes and why.
import { useTranslation } from "react-i18next";
import type { ContactRole, OrganizationLine } from "#app/modules/organizations/index.ts";
import { linkToEditOrganization, linkToMyOrganization, linkToSetContact } from "#app/modules/organizations/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { VotesExplanation } from "../domain/right-to-vote.ts";
import { AssumedNotice } from "./assumed-notice.tsx";
import { VotesLine } from "./votes-line.tsx";

export interface OwnOrganization {
  readonly organization: OrganizationLine;
  readonly roles: readonly ContactRole[];
  readonly explanation: VotesExplanation;
}

export function MyOrganizations({ organizations }: { readonly organizations: readonly OwnOrganization[] }) {
  const { t } = useTranslation("membership");
  if (organizations.length === 0) return <EmptyState title={t("my.none")}>{t("my.noneHint")}</EmptyState>;
  const rules = organizations[0]?.explanation.rules;
  return (
    <div className="space-y-4">
      <ul className="grid gap-4 lg:grid-cols-2">
        {organizations.map((own) => (
          <li key={own.organization.id} className="flex">
            <OwnOrganizationCard own={own} />
          </li>
        ))}
      </ul>
      {rules?.isAssumed ? <AssumedNotice id={rules.id} source={rules.source} /> : null}
    </div>
  );
}

function OwnOrganizationCard({ own: { organization, roles, explanation } }: { readonly own: OwnOrganization }) {
  const { t } = useTranslation("membership");
  const { handle, name } = organization;
  return (
    <Card level={3} className="flex-1" title={<TextLink to={linkToMyOrganization(handle)}>{name}</TextLink>}>
      <p className="mb-3 font-mono text-sm text-ink-soft">{handle}</p>
      <VotesLine explanation={explanation} />
      <Roles roles={roles} />
      <ul className="mt-3 flex flex-wrap gap-x-6 border-t border-line pt-2 text-sm">
        <Way to={`${linkToMyOrganization(handle)}#votes`} label={t("my.why")} name={name} />
        <Way to={`${linkToMyOrganization(handle)}#information`} label={t("my.information")} name={name} />
        {roles.includes("administrative") ? (
          <>
            <Way to={linkToSetContact(handle, "membership")} label={t("my.changeVoter")} name={name} />
            <Way to={linkToEditOrganization(handle)} label={t("organization.edit")} name={name} />
          </>
        ) : null}
      </ul>
    </Card>
  );
}

function Roles({ roles }: { readonly roles: readonly ContactRole[] }) {
  const { t } = useTranslation("organizations");
  return (
    <ul className="mt-3 flex flex-wrap gap-2">
      {roles.map((role) => (
        <li key={role}>
          <Badge tone={role === "membership" ? "info" : "neutral"}>{t(`roles.${role}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}

function Way({ to, label, name }: { readonly to: string; readonly label: string; readonly name: string }) {
  return (
    <li>
      <TextLink to={to} className="inline-flex min-h-touch items-center">
        {label}
        <span className="sr-only">: {name}</span>
      </TextLink>
    </li>
  );
}
