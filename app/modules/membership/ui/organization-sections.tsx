// The page of one organisation: what is known of it, who acts for it, its votes and why, what it holds, and its history.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AuditEntries } from "#app/modules/audit-log/index.ts";
import type { ShownEntry } from "#app/modules/audit-log/index.ts";
import { ContactTable, linkToEditOrganization, NamesAttribution } from "#app/modules/organizations/index.ts";
import type { Organization, ShownContact } from "#app/modules/organizations/index.ts";
import { HoldingList } from "#app/modules/resources/index.ts";
import type { Holding } from "#app/modules/resources/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Country } from "#app/ui/country.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { VotingRight } from "../domain/right-to-vote.ts";
import { VotesExplained } from "./votes-explained.tsx";

export interface OrganizationSectionsProps {
  readonly overview: {
    readonly organization: Organization;
    readonly contacts: readonly ShownContact[];
    readonly holdings: readonly Holding[];
    readonly right: VotingRight;
    readonly history: readonly ShownEntry[];
    readonly attribution: string;
  };
  readonly mayEdit: boolean;
  /** What staff may do about the membership; stands after the votes. */
  readonly children?: ReactNode;
}

export function OrganizationSections({ overview, mayEdit, children }: OrganizationSectionsProps) {
  const { t } = useTranslation("membership");
  const { organization, contacts, holdings, right, history, attribution } = overview;
  return (
    <>
      <Section title={t("organization.votes")} id="votes">
        <VotesExplained explanation={right.explanation} />
        <DayForm day={right.explanation.date} />
      </Section>
      {children}
      <Section title={t("organization.contacts")} id="contacts" lead={t("organization.contactsLead")}>
        <ContactTable handle={organization.handle} contacts={contacts} mayEdit={mayEdit} />
      </Section>
      <Section
        title={t("organization.information")}
        id="information"
        actions={mayEdit ? <EditButton handle={organization.handle} /> : null}
      >
        <Information organization={organization} />
        <div className="mt-3">
          <NamesAttribution source={attribution} />
        </div>
      </Section>
      <Section title={t("organization.holdings")} id="holdings">
        <HoldingList holdings={holdings} />
      </Section>
      <Section title={t("organization.history")} id="history" lead={t("organization.historyLead")}>
        <AuditEntries
          caption={t("organization.historyCaption")}
          entries={history}
          empty={<p>{t("organization.noHistory")}</p>}
        />
      </Section>
    </>
  );
}

function EditButton({ handle }: { readonly handle: string }) {
  const { t } = useTranslation("membership");
  return (
    <LinkButton size="small" to={linkToEditOrganization(handle)}>
      {t("organization.edit")}
    </LinkButton>
  );
}

/** Asks for the votes of another day, for example the day of a roll. */
function DayForm({ day }: { readonly day: string }) {
  const { t } = useTranslation("membership");
  return (
    <Form method="get" preventScrollReset className="no-print mt-6 flex flex-wrap items-end gap-3">
      <DateField name="on" label={t("organization.onDay")} defaultValue={day} />
      <Button type="submit">{t("organization.show")}</Button>
    </Form>
  );
}

function Information({ organization }: { readonly organization: Organization }) {
  const { t } = useTranslation("organizations");
  const orNothing = (text: string) => (text === "" ? <span className="text-ink-soft">–</span> : text);
  return (
    <DefinitionList
      entries={[
        { term: t("fields.handle"), description: <span className="font-mono">{organization.handle}</span> },
        {
          term: t("fields.name"),
          description: (
            <span className="flex flex-wrap items-center gap-2">
              {organization.name}
              {organization.isDemonstration ? <Badge>{t("invented")}</Badge> : null}
            </span>
          ),
        },
        { term: t("fields.country"), description: <Country code={organization.country} /> },
        { term: t("fields.street"), description: orNothing(organization.street) },
        {
          term: t("fields.city"),
          description: orNothing([organization.postalCode, organization.city].filter(Boolean).join(" ")),
        },
        { term: t("fields.phone"), description: orNothing(organization.phone) },
        {
          term: t("fields.opaqueId"),
          description: orNothing([organization.registry, organization.opaqueId].filter(Boolean).join(" · ")),
        },
      ]}
    />
  );
}
