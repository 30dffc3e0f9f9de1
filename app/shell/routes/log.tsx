// The log for everybody: what it is, its present checkpoint, its key, who witnesses, and how to monitor it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { findLatestCheckpoint, findLogKey, listWitnesses } from "#app/modules/audit-log/index.server.ts";
import { linkToCheckpoint, LogMemory } from "#app/modules/audit-log/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Table } from "#app/ui/table.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const handle: PageHandle = { title: "audit-log:public.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  const [checkpoint, vkey, witnesses] = await Promise.all([
    findLatestCheckpoint(context),
    findLogKey(context),
    listWitnesses(context),
  ]);
  return {
    checkpoint: checkpoint ?? null,
    vkey: vkey ?? null,
    prefix: `${context.settings.baseUrl}/log`,
    witnesses: witnesses.map(({ name, verificationKey, lastCosignedAt, knownSize }) => ({
      name,
      verificationKey,
      lastCosignedAt,
      knownSize,
    })),
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function PublicLog() {
  const { checkpoint, vkey, prefix, witnesses } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit-log");
  return (
    <Page title={t("public.title")} lead={t("public.lead")}>
      {vkey === null ? null : <LogMemory vkey={vkey} />}
      <Section title={t("public.checkpoint")} lead={t("public.checkpointLead")}>
        {checkpoint === null ? (
          <EmptyState title={t("public.noCheckpoint")} />
        ) : (
          <CheckpointFacts checkpoint={checkpoint} vkey={vkey} />
        )}
      </Section>
      <Section title={t("public.witnesses")} lead={t("public.witnessesLead")}>
        <Witnesses witnesses={witnesses} size={checkpoint?.size ?? 0} />
      </Section>
      <Section title={t("public.monitor")} lead={t("public.monitorLead")}>
        <Monitoring prefix={prefix} />
      </Section>
    </Page>
  );
}

interface FactsProps {
  readonly checkpoint: NonNullable<Loaded["checkpoint"]>;
  readonly vkey: string | null;
}

function CheckpointFacts({ checkpoint, vkey }: FactsProps) {
  const { t } = useTranslation("audit-log");
  const { number } = useFormats();
  return (
    <div className="space-y-4">
      <DefinitionList
        entries={[
          { term: t("public.size"), description: number(checkpoint.size) },
          { term: t("public.root"), description: <Code value={checkpoint.root} label={t("public.root")} /> },
          { term: t("public.signedAt"), description: <Instant at={checkpoint.createdAt} precision="second" /> },
          ...(vkey === null
            ? []
            : [{ term: t("public.key"), description: <Code value={vkey} label={t("public.key")} /> }]),
        ]}
      />
      <pre className="max-w-full overflow-x-auto rounded-md border border-line bg-sunken p-4 text-sm" tabIndex={0}>
        {checkpoint.note}
      </pre>
      <LinkButton to={linkToCheckpoint()} reloadDocument>
        {t("public.open")}
      </LinkButton>
    </div>
  );
}

interface WitnessesProps {
  readonly witnesses: Loaded["witnesses"];
  readonly size: number;
}

function Witnesses({ witnesses, size }: WitnessesProps) {
  const { t } = useTranslation("audit-log");
  const { number } = useFormats();
  return (
    <Table
      caption={t("public.witnesses")}
      isCaptionHidden
      rows={witnesses}
      rowKey={({ name }) => name}
      empty={<EmptyState title={t("public.noWitness")}>{t("public.noWitnessHint")}</EmptyState>}
      columns={[
        { key: "name", header: t("public.witness"), cell: ({ name }) => <span className="break-all">{name}</span> },
        {
          key: "last",
          header: t("public.lastCosigned"),
          cell: ({ lastCosignedAt }) =>
            lastCosignedAt === null ? (
              <Badge tone="warning">{t("public.never")}</Badge>
            ) : (
              <Instant at={lastCosignedAt} precision="second" />
            ),
        },
        {
          key: "size",
          header: t("public.cosignedSize"),
          cell: ({ knownSize }) => (
            <>
              {number(knownSize)}{" "}
              {size > 0 && knownSize === size ? <Badge tone="success">{t("public.current")}</Badge> : null}
            </>
          ),
        },
        {
          key: "key",
          header: t("public.key"),
          cell: ({ verificationKey, name }) => <Code value={verificationKey} label={`${t("public.key")} ${name}`} />,
        },
      ]}
    />
  );
}

function Monitoring({ prefix }: { readonly prefix: string }) {
  const { t } = useTranslation("audit-log");
  const files = [
    ["checkpoint", `${prefix}/checkpoint`],
    ["tiles", `${prefix}/tile/0/000`],
    ["entries", `${prefix}/tile/entries/000`],
  ] as const;
  return (
    <div className="space-y-4">
      <DefinitionList
        entries={files.map(([name, address]) => ({
          term: t(`public.files.${name}`),
          description: <Code value={address} label={t(`public.files.${name}`)} />,
        }))}
      />
      <p className="max-w-text">{t("public.leaf")}</p>
      <p className="max-w-text">{t("public.become")}</p>
    </div>
  );
}
