// The page of a network: facts, contacts, use and history.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Country } from "#app/ui/country.tsx";
import { Day } from "#app/ui/day.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { writeAsn } from "../domain/autonomous-system.ts";
import type { NetworkOverview, ResourceHolder, SystemOverview } from "../domain/resource-overview.ts";
import {
  linkToChangeDelegation,
  linkToEditNetwork,
  linkToNetwork,
  linkToNetworkContact,
  linkToSystemContact,
} from "../links.ts";
import { BlockUseSection } from "./block-use-section.tsx";
import { RegistrationHistory } from "./registration-history.tsx";
import { ResourceContacts } from "./resource-contacts.tsx";

export function NetworkSections({
  network,
  children,
}: {
  readonly network: NetworkOverview;
  /** What other parts of the house know of the network; stands after its contacts. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation("resources");
  const { id, prefix, family, holder, contacts, use, history, mayManage, mayDecide } = network;
  return (
    <>
      <Section
        title={t("network.facts")}
        id="facts"
        actions={
          <div className="flex flex-wrap gap-2">
            {mayManage ? (
              <LinkButton size="small" to={linkToEditNetwork(id)}>
                {t("network.edit")}
              </LinkButton>
            ) : null}
            {mayDecide ? <Decide resource={prefix} /> : null}
          </div>
        }
      >
        <NetworkFacts network={network} />
      </Section>
      <ResourceContacts
        holder={holder}
        contacts={contacts}
        mayManage={mayManage}
        linkTo={(role) => linkToNetworkContact(id, role)}
      />
      {children}
      {use === null ? (
        <Section title={t("use.title")} id="use">
          <Panel>{t("use.ownUse")}</Panel>
        </Section>
      ) : (
        <BlockUseSection prefix={prefix} family={family} use={use} />
      )}
      <RegistrationHistory history={history} />
    </>
  );
}

function NetworkFacts({ network }: { readonly network: NetworkOverview }) {
  const { t } = useTranslation("resources");
  const { name, status, holder, parent, originAsn, geofeedUrl, registeredOn, changedAt, isResidential } = network;
  return (
    <DefinitionList
      entries={[
        { term: t("mine.holder"), description: <HolderName holder={holder} /> },
        { term: t("holdings.status"), description: t(`statuses.${status}`) },
        { term: t("network.name"), description: name === "" ? <Nothing /> : name },
        {
          term: t("mine.originAsn"),
          description: originAsn === null ? t("network.originUnknown") : writeAsn(originAsn),
        },
        ...(geofeedUrl === null ? [] : [{ term: t("network.geofeed"), description: <Geofeed url={geofeedUrl} /> }]),
        {
          term: t("network.parent"),
          description:
            parent === null ? (
              t("network.direct")
            ) : (
              <span className="font-mono">
                {parent.isOpen ? <TextLink to={linkToNetwork(parent.id)}>{parent.prefix}</TextLink> : parent.prefix}
              </span>
            ),
        },
        ...(isResidential ? [{ term: t("network.privacy"), description: t("network.residential") }] : []),
        { term: t("network.registered"), description: registeredOn === "" ? <Nothing /> : <Day day={registeredOn} /> },
        { term: t("network.changed"), description: <Instant at={changedAt} isUtcOnly /> },
      ]}
    />
  );
}

export function SystemSections({ system }: { readonly system: SystemOverview }) {
  const { t } = useTranslation("resources");
  const { asn, status, holder, contacts, registeredOn, changedAt, history, mayManage, mayDecide } = system;
  return (
    <>
      <Section title={t("network.facts")} id="facts" actions={mayDecide ? <Decide resource={writeAsn(asn)} /> : null}>
        <DefinitionList
          entries={[
            { term: t("mine.holder"), description: <HolderName holder={holder} /> },
            { term: t("holdings.status"), description: t(`statuses.${status}`) },
            {
              term: t("network.registered"),
              description: registeredOn === "" ? <Nothing /> : <Day day={registeredOn} />,
            },
            { term: t("network.changed"), description: <Instant at={changedAt} isUtcOnly /> },
          ]}
        />
      </Section>
      <ResourceContacts
        holder={holder}
        contacts={contacts}
        isSystem
        mayManage={mayManage}
        linkTo={(role) => linkToSystemContact(asn, role)}
      />
      <RegistrationHistory history={history} />
    </>
  );
}

function Decide({ resource }: { readonly resource: string }) {
  const { t } = useTranslation("resources");
  return (
    <LinkButton size="small" to={linkToChangeDelegation(resource)}>
      {t("network.delegation")}
    </LinkButton>
  );
}

function HolderName({ holder }: { readonly holder: ResourceHolder }) {
  const { t } = useTranslation("resources");
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{holder.name}</span>
      <span className="font-mono text-sm">{holder.handle}</span>
      <Country code={holder.country} />
      {holder.isInvented ? <Badge>{t("organizations:invented")}</Badge> : null}
    </span>
  );
}

function Geofeed({ url }: { readonly url: string }) {
  return (
    <a className="link wrap-anywhere" href={url} rel="noreferrer nofollow">
      {url}
    </a>
  );
}

function Nothing() {
  return <span className="text-ink-soft">–</span>;
}
