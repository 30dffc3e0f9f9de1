// Who answers for a network or an AS number, with the way to name another for who may.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { ResourceContactRole } from "../domain/resource-contact-role.ts";
import { resourceContactRoles } from "../domain/resource-contact-role.ts";
import type { ResourceContact, ResourceHolder, ResourcePerson } from "../domain/resource-overview.ts";

export interface ResourceContactsProps {
  readonly holder: ResourceHolder;
  readonly contacts: Readonly<Record<ResourceContactRole, ResourceContact>>;
  readonly isSystem?: boolean;
  readonly mayManage: boolean;
  readonly linkTo: (role: ResourceContactRole) => string;
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly does: string;
  readonly person: ResourcePerson | null;
  readonly note: string | null;
  readonly role: ResourceContactRole | null;
}

export function ResourceContacts({ holder, contacts, isSystem = false, mayManage, linkTo }: ResourceContactsProps) {
  const { t } = useTranslation("resources");
  const wordOf = (role: ResourceContactRole) => (isSystem && role === "technical" ? "routing" : role);
  const rows: Line[] = [
    ...resourceContactRoles.map((role): Line => {
      const { person, isOwn } = contacts[role];
      const word = wordOf(role);
      return {
        ...{ key: role, role, person, name: t(`contacts.roles.${word}`), does: t(`contacts.does.${word}`) },
        note: isOwn ? null : t("contacts.isAdministrative"),
      };
    }),
    {
      ...{ key: "administrative", role: null, person: holder.administrativeContact, note: null },
      name: t("contacts.roles.administrative"),
      does: t("contacts.does.administrative"),
    },
  ];
  return (
    <Section title={t("contacts.title")} id="contacts">
      <Table
        caption={t("contacts.title")}
        isCaptionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "role", header: t("contacts.role"), cell: ({ name }) => name },
          {
            key: "person",
            header: t("contacts.person"),
            cell: ({ person, note }) => <Person person={person} note={note} />,
          },
          { key: "does", header: t("contacts.doesHeader"), cell: ({ does }) => does },
          ...(mayManage
            ? [
                {
                  key: "change",
                  header: t("contacts.change"),
                  isHeaderHidden: true,
                  cell: ({ role, name }: Line): ReactNode =>
                    role === null ? null : (
                      <LinkButton size="small" to={linkTo(role)}>
                        {t("contacts.change")}
                        <span className="sr-only">: {name}</span>
                      </LinkButton>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Person({ person, note }: Pick<Line, "person" | "note">) {
  const { t } = useTranslation("resources");
  if (person === null) return <Badge tone="warning">{t("contacts.nobody")}</Badge>;
  return (
    <div className="min-w-0 wrap-anywhere">
      <span className="block font-semibold">{person.name}</span>
      <span className="block text-ink-soft">
        {person.userId} · {person.email}
      </span>
      {note === null ? null : <span className="block text-sm text-ink-soft">{note}</span>}
    </div>
  );
}
