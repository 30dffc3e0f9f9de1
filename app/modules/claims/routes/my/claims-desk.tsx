// The commission's claims of one election, the most urgent first: /commission/elections/:electionId/claims
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import {
  linkToClaims,
  linkToClaimsDesk,
  linkToCommission,
  linkToCommissionDesk,
} from "#app/modules/elections/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import type { Column } from "#app/ui/table.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { isUndecided } from "../../domain/claim-kinds.ts";
import type { ClaimView } from "../../domain/claim-view.ts";
import { listClaims } from "../../queries/claims.server.ts";
import { ClaimStateBadge } from "../../ui/claim-state-badge.tsx";
import { daysUntil, electionOfClaims } from "../claims-page.server.ts";

export const handle: PageHandle = { title: "claims:desk.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "auditor"] });
  const election = await electionOfClaims(context, args.params["electionId"]);
  const claims = await listClaims(context, { electionId: election.id, for: "commission" });
  const lines = claims.map((claim) => ({ ...claim, daysLeft: daysUntil(context, claim.decideBy) }));
  return {
    election,
    undecided: lines.filter(({ state }) => isUndecided(state)).sort(byUrgency),
    decided: lines.filter(({ state }) => !isUndecided(state)),
  };
}

type Line = ClaimView & { readonly daysLeft: number | null };

function byUrgency(left: Line, right: Line): number {
  return (left.daysLeft ?? Infinity) - (right.daysLeft ?? Infinity) || left.number - right.number;
}

export default function ClaimsDesk() {
  const { t } = useTranslation("claims");
  const { t: tElections } = useTranslation("elections");
  const { number } = useFormats();
  const language = useLanguage();
  const { election, undecided, decided } = useLoaderData<typeof loader>();
  const late = undecided.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0);
  const columns = useColumns(election.id);
  return (
    <Page
      title={t("desk.title")}
      lead={t("desk.lead")}
      breadcrumbs={[
        { label: tElections("desk.commission.title"), to: linkToCommission() },
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
      ]}
      actions={<LinkButton to={linkToClaims(election.id)}>{t("desk.public")}</LinkButton>}
    >
      <Figures>
        <Figure label={t("desk.undecided")} value={number(undecided.length)} />
        <Figure label={t("desk.late")} value={number(late.length)} />
        <Figure label={t("desk.decided")} value={number(decided.length)} />
      </Figures>
      <Section title={t("desk.undecided")}>
        <Table
          caption={t("desk.undecidedCaption")}
          columns={columns}
          rows={undecided}
          rowKey={(claim) => claim.number}
          empty={<EmptyState title={t("desk.none")}>{t("desk.noneText")}</EmptyState>}
        />
      </Section>
      {decided.length === 0 ? null : (
        <Section title={t("desk.decided")}>
          <Table
            caption={t("desk.decided")}
            isCaptionHidden
            columns={columns}
            rows={decided}
            rowKey={(claim) => claim.number}
          />
        </Section>
      )}
    </Page>
  );
}

function useColumns(electionId: string): Column<Line>[] {
  const { t } = useTranslation("claims");
  return [
    {
      key: "number",
      header: t("desk.claim"),
      isRowHeader: true,
      cell: ({ number, kind }) => (
        <TextLink to={linkToClaimsDesk(electionId, number)}>
          {t("card.title", { number, kind: t(`kinds.${kind}`) })}
        </TextLink>
      ),
    },
    { key: "ground", header: t("desk.ground"), cell: ({ ground }) => t(`grounds.${ground}`) },
    { key: "who", header: t("desk.who"), cell: ({ confidential }) => confidential?.organizationName },
    { key: "state", header: t("public.state"), cell: ({ state }) => <ClaimStateBadge state={state} /> },
    { key: "filed", header: t("card.filedAt"), cell: ({ filedAt }) => <Instant at={filedAt} isUtcOnly /> },
    { key: "left", header: t("desk.deadline"), cell: (claim) => <Deadline claim={claim} /> },
  ];
}

function Deadline({ claim: { state, decideBy, daysLeft } }: { readonly claim: Line }) {
  const { t } = useTranslation("claims");
  if (!isUndecided(state)) return "–";
  if (decideBy === null || daysLeft === null) return t("desk.noDeadline");
  const tone = daysLeft < 0 ? "danger" : daysLeft < 2 ? "warning" : "neutral";
  return (
    <>
      <Badge tone={tone}>{daysLeft < 0 ? t("desk.overdue") : t("desk.daysLeft", { count: daysLeft })}</Badge>{" "}
      <Instant at={decideBy} />
    </>
  );
}
