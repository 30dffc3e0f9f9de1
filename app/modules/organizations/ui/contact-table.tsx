// The three contacts of an organisation, with the way to change each for those who may.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { contactRoles } from "../domain/contact-roles.ts";
import type { ContactRole } from "../domain/contact-roles.ts";
import { linkToSetContact } from "../links.ts";

export interface ShownContact {
  readonly role: ContactRole;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly since: Date | string;
}

export interface ContactTableProps {
  readonly handle: string;
  readonly contacts: readonly ShownContact[];
  readonly mayEdit: boolean;
}

interface Line {
  readonly role: ContactRole;
  readonly contact: ShownContact | undefined;
}

export function ContactTable({ handle, contacts, mayEdit }: ContactTableProps) {
  const { t } = useTranslation("organizations");
  const rows = contactRoles.map((role): Line => ({ role, contact: contacts.find((contact) => contact.role === role) }));
  const columns: Column<Line>[] = [
    { key: "role", header: t("contacts.role"), cell: ({ role }) => t(`roles.${role}`) },
    {
      key: "person",
      header: t("contacts.person"),
      cell: ({ contact }) =>
        contact ? <Person contact={contact} /> : <Badge tone="warning">{t("contacts.nobody")}</Badge>,
    },
    { key: "does", header: t("contacts.does"), cell: ({ role }) => t(`does.${role}`) },
    {
      key: "since",
      header: t("contacts.since"),
      cell: ({ contact }) => (contact ? <Instant at={contact.since} precision="day" /> : "–"),
    },
  ];
  if (mayEdit)
    columns.push({
      key: "change",
      header: t("contacts.change"),
      isHeaderHidden: true,
      cell: (line) => <Change handle={handle} line={line} />,
    });
  return (
    <Table caption={t("contacts.caption")} isCaptionHidden columns={columns} rows={rows} rowKey={(line) => line.role} />
  );
}

function Person({ contact }: { readonly contact: ShownContact }) {
  // Why one element: on a phone every cell stands beside its column's name, and takes one place there.
  return (
    <div className="min-w-0 wrap-anywhere">
      <span className="block font-semibold">{contact.name}</span>
      <span className="block text-ink-soft">
        {contact.userId} · {contact.email}
      </span>
    </div>
  );
}

function Change({ handle, line }: { readonly handle: string; readonly line: Line }) {
  const { t } = useTranslation("organizations");
  return (
    <LinkButton size="small" to={linkToSetContact(handle, line.role)}>
      {t(line.contact ? "contacts.change" : "contacts.name")}
      <span className="sr-only">: {t(`roles.${line.role}`)}</span>
    </LinkButton>
  );
}
