// What the directory answers: the registration, who answers for it, and the same as programs read it.
import { useTranslation } from "react-i18next";
import { Country } from "#app/ui/country.tsx";
import { Day } from "#app/ui/day.tsx";
import type { Definition } from "#app/ui/definition-list.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { LookUp, ShownContact, ShownHolder, ShownReverse } from "../domain/look-up.ts";
import { linkToLookup } from "../links.ts";

export function LookedUp({
  found,
  whois,
  rdapHref,
}: {
  readonly found: LookUp;
  readonly whois: string;
  readonly rdapHref: string;
}) {
  const { t } = useTranslation("directory");
  const { contacts, holder, isResidential, title, kind, reverse } = found;
  const facts = useFacts(found);
  return (
    <>
      <Section title={title} lead={t(`kind.${kind}`)}>
        {isResidential ? (
          <Panel tone="info" title={t("residential.title")} className="mb-4">
            {t("residential.text")}
          </Panel>
        ) : null}
        {facts.length > 0 ? <DefinitionList entries={facts} /> : null}
      </Section>
      {holder === undefined ? null : <Holder holder={holder} isAnswer={kind === "organization"} />}
      {contacts.length === 0 ? null : <Contacts contacts={contacts} />}
      {reverse.length === 0 ? null : <Reverse ranges={reverse} />}
      <Section title={t("whois.title")} lead={t("whois.lead")}>
        <pre
          // Why reachable: a line that is wider than a phone is read by moving it, with the keyboard too.
          tabIndex={0}
          role="region"
          aria-label={t("whois.title")}
          className="overflow-x-auto rounded-md border border-line bg-sunken p-4 font-mono text-xs sm:text-sm"
        >
          {whois}
        </pre>
        <p className="mt-3">
          <a href={rdapHref} className="link wrap-anywhere inline-block py-1">
            {t("rdap")}
          </a>
        </p>
      </Section>
    </>
  );
}

function useFacts({ status, name, originAsn, parent, registeredOn, changedOn }: LookUp): Definition[] {
  const { t } = useTranslation("directory");
  const facts: (Definition | undefined)[] = [
    status === undefined ? undefined : { term: t("facts.status"), description: t(`status.${status}`) },
    name === undefined ? undefined : { term: t("facts.name"), description: name },
    originAsn === undefined
      ? undefined
      : {
          term: t("facts.originAsn"),
          description: <TextLink to={linkToLookup(`AS${originAsn}`)}>{`AS${originAsn}`}</TextLink>,
        },
    parent === undefined
      ? undefined
      : { term: t("facts.parent"), description: <TextLink to={linkToLookup(parent)}>{parent}</TextLink> },
    registeredOn === undefined ? undefined : { term: t("facts.registeredOn"), description: <Day day={registeredOn} /> },
    changedOn === undefined ? undefined : { term: t("facts.changedOn"), description: <Day day={changedOn} /> },
  ];
  return facts.filter((fact) => fact !== undefined);
}

function Holder({ holder, isAnswer }: { readonly holder: ShownHolder; readonly isAnswer: boolean }) {
  const { t } = useTranslation("directory");
  const { name, handle, country, place, phone } = holder;
  const entries: Definition[] = [
    { term: t("holder.name"), description: name },
    {
      term: t("holder.handle"),
      description: isAnswer ? handle : <TextLink to={linkToLookup(handle)}>{handle}</TextLink>,
    },
    {
      term: t("holder.place"),
      description: (
        <>
          {place.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
          <Country code={country} />
        </>
      ),
    },
    ...(phone === "" ? [] : [{ term: t("holder.phone"), description: <span className="tabular">{phone}</span> }]),
  ];
  return (
    <Section title={t("holder.title")}>
      <DefinitionList entries={entries} />
    </Section>
  );
}

function Contacts({ contacts }: { readonly contacts: readonly ShownContact[] }) {
  const { t } = useTranslation("directory");
  return (
    <Section title={t("contacts.title")}>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {contacts.map(({ handle, name, email, roles }) => (
          <li key={handle} className="avoid-break rounded-md border border-line bg-raised p-4">
            <p className="font-semibold wrap-anywhere">{name}</p>
            {roles.length === 0 ? null : (
              <p className="text-sm text-ink-soft">{roles.map((role) => t(`roles.${role}`)).join(" · ")}</p>
            )}
            <p className="mt-2">
              <a href={`mailto:${email}`} className="link wrap-anywhere inline-block py-0.5">
                {email}
              </a>
            </p>
            <p className="text-sm">
              <TextLink to={linkToLookup(handle)} className="inline-block py-0.5">
                {handle}
              </TextLink>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Reverse({ ranges }: { readonly ranges: readonly ShownReverse[] }) {
  const { t } = useTranslation("directory");
  const entries = ranges.map(({ prefix, servers }): Definition => ({
    term: prefix,
    description: (
      <ul className="space-y-1">
        {servers.map(({ host, isAnswering, isPublished, askedOn }) => (
          <li key={host} className="wrap-anywhere">
            <span className="font-mono text-sm">{host}</span>{" "}
            <span className="text-sm text-ink-soft">
              {t(isPublished ? (isAnswering ? "reverse.answers" : "reverse.silent") : "reverse.removed")}{" "}
              <Day day={askedOn} />
            </span>
          </li>
        ))}
      </ul>
    ),
  }));
  return (
    <Section title={t("reverse.title")}>
      <DefinitionList entries={entries} />
    </Section>
  );
}
