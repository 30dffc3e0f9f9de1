// The home of the desk: how much there is, and the way to everything.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToBodyDesks } from "#app/modules/bodies/index.ts";
import { linkToLegacyDesk } from "#app/modules/legacy-claims/index.ts";
import { rulesOn } from "#app/modules/membership/index.server.ts";
import { AssumedNotice, linkToRules } from "#app/modules/membership/index.ts";
import { countOrganizations } from "#app/modules/organizations/index.server.ts";
import { linkToNewOrganization, linkToOrganizations } from "#app/modules/organizations/index.ts";
import { listRegisterImports, registerTotals } from "#app/modules/resources/index.server.ts";
import { linkToRegister } from "#app/modules/resources/index.ts";
import { linkToLateRegistrations } from "#app/modules/sub-assignments/index.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { Card } from "#app/ui/card.tsx";
import { Day } from "#app/ui/day.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const handle: PageHandle = { title: "membership:staffDesk" };

const roles: Role[] = ["administrator", "staff", "commission", "auditor"];

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles });
  const [newest] = await listRegisterImports(context, 1);
  const { holders, records } = await registerTotals(context);
  const { id, isAssumed, source } = await rulesOn(context, context.clock.now().toISOString().slice(0, 10));
  const held = context.actor.roles;
  return {
    organizations: await countOrganizations(context),
    holders,
    records: records.ipv4 + records.ipv6 + records.asn,
    registerDay: newest?.report.day ?? null,
    rules: { id, isAssumed, source },
    isAdministrator: held.includes("administrator"),
    isStaff: held.includes("staff") || held.includes("administrator"),
  };
}

export default function Desk() {
  const { t } = useTranslation("membership");
  const { number } = useFormats();
  const { organizations, holders, records, registerDay, rules, isStaff, isAdministrator } =
    useLoaderData<typeof loader>();
  return (
    <Page title={t("staffDesk")} lead={t("home.lead")}>
      <SearchField label={t("home.search")} action={linkToOrganizations()} />
      <Section title={t("home.counts")}>
        <Figures>
          <Figure label={t("home.organizations")} value={number(organizations)} />
          <Figure label={t("home.holders")} value={number(holders)} />
          <Figure
            label={t("home.records")}
            value={number(records)}
            note={registerDay ? <Day day={registerDay} /> : null}
          />
        </Figures>
      </Section>
      <Section title={t("home.ways")}>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Way to={linkToOrganizations()} name="organizations" />
          {isStaff ? <Way to="/staff/elections" name="elections" /> : null}
          <Way to={linkToRules()} name="rules" />
          <Way to={linkToBodyDesks()} name="bodies" />
          <Way to={linkToRegister()} name="register" />
          <Way to={linkToLateRegistrations()} name="lateRegistrations" />
          {isStaff ? <Way to={linkToLegacyDesk()} name="legacy" /> : null}
          {isStaff ? <Way to="/staff/mail" name="mail" /> : null}
          <Way to="/staff/audit" name="audit" />
          {isAdministrator ? <Way to="/staff/roles" name="roles" /> : null}
        </ul>
        {isStaff ? (
          <p className="no-print mt-4">
            <LinkButton to={linkToNewOrganization()}>{t("home.newOrganization")}</LinkButton>
          </p>
        ) : null}
      </Section>
      {rules.isAssumed ? <AssumedNotice id={rules.id} source={rules.source} /> : null}
    </Page>
  );
}

function Way({ to, name }: { readonly to: string; readonly name: string }) {
  const { t } = useTranslation("membership");
  return (
    <li className="flex">
      <Card level={3} to={to} title={t(`home.way.${name}`)} className="flex-1">
        <p className="text-ink-soft">{t(`home.wayHint.${name}`)}</p>
      </Card>
    </li>
  );
}
